import type { LedgerEvent } from '#program/event.ts'
import { fold } from '#program/fold.ts'
import { standing } from '#program/standing.ts'
import type { StandingBody } from '#program/standing-body.ts'
import { standingBody } from '#program/standing-json.ts'
import type { MemberSums } from '#program/sums.ts'
import type { Ledger, MemberRecord, Program } from './ledger.ts'

/** The instant asked about and what counts at it; all epoch milliseconds. */
export interface Moment {
  readonly now: number
  /** Counts the events that happened by then; `now` when absent. */
  readonly asOf?: number | undefined
  /** Counts only what had been recorded by then; everything when absent. */
  readonly knownAt?: number | undefined
}

/**
 * The standing of a member whose record has been read (standing.md, "As of"). Undefined when nothing was known of the
 * member then. Costs what {@link sumsOf} costs, and throws as it does.
 */
export async function standingOf(
  ledger: Pick<Ledger, 'program' | 'history'>,
  record: MemberRecord,
  moment: Moment,
): Promise<StandingBody | undefined> {
  const [sums, { rules }] = [await sumsOf(ledger, record, moment), await ledger.program()]
  return sums && standingBody(record.id, sums, standing(sums, rules, moment.asOf ?? moment.now))
}

/**
 * What counts at an instant. Now and later that is the record's sums and costs no further read; in the past, before an
 * event that was dated ahead, or as known at an earlier instant, it is folded from the entries. Undefined when nothing
 * was known of the member then. Throws {@link Busy} as `ledger.history` does.
 */
export async function sumsOf(
  ledger: Pick<Ledger, 'program' | 'history'>,
  record: MemberRecord,
  { now, asOf = now, knownAt }: Moment,
): Promise<MemberSums | undefined> {
  if (knownAt === undefined && asOf >= Math.max(now, record.aheadUntil ?? now)) return record.sums
  return sumsThen(ledger, await ledger.program(), record.id, asOf, knownAt)
}

async function sumsThen(
  ledger: Pick<Ledger, 'history'>,
  program: Program,
  member: string,
  asOf: number,
  knownAt = Infinity,
): Promise<MemberSums | undefined> {
  const entries = await ledger.history(member)
  const events: LedgerEvent[] = entries.filter((entry) => entry.time <= asOf && entry.recordedAt <= knownAt)
  const [edition] = program.rules
  return edition && events.length > 0 ? fold(events, edition.timeZone) : undefined
}
