import type { PastUse } from '#program/impact/decide-again.ts'
import type { MoveReason } from '#program/impact/reason.ts'
import type { MemberSums } from '#program/sums.ts'

/** How far an impact has been worked out. One a draft is kept; a new one takes the place of the last. */
export interface ImpactRun {
  readonly draft: string
  /** Counts the savings, of this run and of those before it, so that only one of two callers goes on from each. */
  readonly saves: number
  /** Tells this run's moves from those of an earlier one. */
  readonly id: string
  /** What it was begun for: a fingerprint of everything that it follows from. */
  readonly basis: string
  /** Epoch milliseconds of its beginning: uses of the twelve months before it are decided again. */
  readonly at: number
  /** Where to go on among the members; null when all are done. */
  readonly cursor: string | null
  /** How many members there are in all, as far as is known. */
  readonly members: number
  /** The counts so far, see `program/impact/tally.ts`. */
  readonly tally: readonly (readonly [string, number])[]
  /** How many lists of moved members are kept. */
  readonly lists: number
}

/** A member whose tier would be another one. */
export interface MovedMember {
  readonly member: string
  readonly from: string
  readonly to: string
  /** "2027-03": the first month in which it would. */
  readonly month: string
  readonly reason: MoveReason
}

/** What a member has, as far as an impact asks. */
export interface MemberCase {
  readonly id: string
  readonly sums: MemberSums
  readonly uses: readonly PastUse[]
}

/** Some of the members, in no order. */
export interface CasePage {
  readonly cases: readonly MemberCase[]
  /** Where to go on; null after the last member. */
  readonly cursor: string | null
  /** 0 to 1: how much of the table has been gone through, about. */
  readonly share: number
}

/** What working out an impact needs of the ledger. Reads through the table: for forecasts, not for decisions. */
export interface ImpactBook {
  run(draft: string): Promise<ImpactRun | undefined>
  /**
   * Keeps a run, and the moved members found since the last saving, if `saves` is still what was seen (0: there was none);
   * false when another caller was faster, and then nothing has changed. A list holds up to {@link MOST_LIST_BYTES}.
   */
  saveRun(run: ImpactRun, seen: number, moved: readonly MovedMember[]): Promise<boolean>
  /** The moved members of a finished run, list by list. Throws {@link Busy} when another run takes its place meanwhile. */
  moved(run: ImpactRun): AsyncIterable<readonly MovedMember[]>
  /** The members from a cursor on (null: the first), with their uses at or after `since` (epoch milliseconds). */
  cases(cursor: string | null, since: number, timeZone: string): Promise<CasePage>
}

/** The most that the members of one list may have as JSON in UTF-8: an item of the database holds 400 kB. */
export const MOST_LIST_BYTES = 380_000
