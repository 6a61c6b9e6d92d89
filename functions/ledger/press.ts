import type { ProgramCosts, ProgramDocument, PublishedEdition } from '#program/document.ts'
import type { ImpactBook } from './impact-book.ts'
import type { Page } from './ledger.ts'

/** What is being written: the next edition, or other words for one that is published. */
export interface Draft {
  readonly id: string
  readonly title: string
  /** Counts the changes, of whatever kind, so that nobody overwrites what they have not seen. From 1. */
  readonly version: number
  /** The edition and revision it was begun from. */
  readonly base: { readonly edition: number; readonly revision: number }
  /** "2027-03": the first month it shall be in force. A draft that changes words alone needs none: null. */
  readonly effectiveFrom: string | null
  readonly document: ProgramDocument
  /** A word of explanation for each warning that stays, by `<code> <place>`. */
  readonly explanations: Readonly<Record<string, string>>
  /** Who changed it last, by stable subject. */
  readonly author: string
  /** Everyone who wrote in it: nobody approves their own. */
  readonly authors: readonly string[]
  /** Epoch milliseconds. */
  readonly changedAt: number
  readonly state: DraftState
}

/** The most that a draft may have as JSON in UTF-8: an item of the database holds 400 kB. */
export const MOST_DRAFT_BYTES = 300_000

/** Any edit leads back to `open`, whatever had been decided. */
export type DraftState =
  | { readonly kind: 'open'; readonly returned: Verdict | null }
  | { readonly kind: 'submitted'; readonly by: string; readonly at: number; readonly hash: string }
  | {
      readonly kind: 'approved'
      readonly by: string
      readonly at: number
      readonly hash: string
      readonly verdict: Verdict
      /** What the approver saw beside it: the version of the head, and of what finance had prepared (null: nothing). */
      readonly head: number
      readonly costSheet: number | null
    }

export interface Verdict {
  readonly by: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly remark: string
}

/** Where the program stands: whoever publishes names the head they have seen, and only one of two at once succeeds. */
export interface Head {
  /** Counts publications of every kind: editions, revisions, withdrawals, roll-backs. 0: nothing was published. */
  readonly version: number
}

/** What is made public. Each is kept for ever, and each moves the head on. A draft that is published is used up by it. */
export type Publication =
  | {
      readonly kind: 'edition'
      readonly edition: PublishedEdition
      readonly costs: ProgramCosts
      readonly draft: SeenDraft | null
    }
  | { readonly kind: 'revision'; readonly edition: PublishedEdition; readonly draft: SeenDraft | null }
  | { readonly kind: 'withdrawal'; readonly edition: number }

/** A draft in the version that was seen. */
export type SeenDraft = Pick<Draft, 'id' | 'version'>

/** Something that somebody did in the studio. Kept for ever. */
export interface LogEntry {
  readonly id: string
  /** Epoch milliseconds. */
  readonly at: number
  /** The stable subject. */
  readonly by: string
  readonly what:
    | 'created'
    | 'edited'
    | 'submitted'
    | 'approved'
    | 'returned'
    | 'published'
    | 'revised'
    | 'withdrawn'
    | 'rolled_back'
    | 'discarded'
    | 'picture_added'
  readonly draft: string | null
  /** The version of the draft that came of it; left out where none did. */
  readonly version?: number
  readonly edition: number | null
  /** One sentence. */
  readonly detail: string
}

/** The ledger as the studio sees it: drafts, publications, and who did what. */
export interface Press {
  /** What drafts would do, worked out over all members. */
  readonly impacts: ImpactBook
  /** Every draft there is, last changed first. */
  drafts(): Promise<readonly Draft[]>
  draft(id: string): Promise<Draft | undefined>
  /**
   * Keeps a draft if it still has the version that was `seen` (0: there must be none of its id), and logs it, in one. Throws
   * a RangeError for one of more than {@link MOST_DRAFT_BYTES}.
   */
  save(draft: Draft, seen: number, entry: Omit<LogEntry, 'id'>): Promise<boolean>
  discard(id: string, seen: number, entry: Omit<LogEntry, 'id'>): Promise<boolean>
  head(): Promise<Head>
  /**
   * Publishes if the head, and the draft, are still as they were seen; false when somebody else published or wrote
   * meanwhile, and then nothing has changed.
   */
  publish(publication: Publication, seen: Head, entry: Omit<LogEntry, 'id'>): Promise<boolean>
  /** Every revision of every edition, also withdrawn ones, oldest first. */
  publications(): Promise<readonly PublicationRecord[]>
  /** Logs what changed neither a draft nor what is published. */
  note(entry: Omit<LogEntry, 'id'>): Promise<void>
  /** Newest first. Throws a BadCursor. */
  log(page: { readonly limit: number; readonly cursor: string | null }): Promise<Page<LogEntry>>
}

/** A publication as it is kept. */
export interface PublicationRecord {
  readonly edition: PublishedEdition
  /** Epoch milliseconds at which it was withdrawn; null while it stands. Only what was not yet in force can be. */
  readonly withdrawnAt: number | null
}
