import type { ProgramCosts } from '#program/document.ts'
import type { Month } from '#program/month.ts'
import type { ActualCost, ActualOutcome, StoredActual } from './actual-cost.ts'
import type { Closing } from './closing.ts'
import type { CostEntry, CostTotal, Period } from './cost-entry.ts'
import type { Entry, MemberRecord, Page } from './ledger.ts'
import type { Redemption, Reversal } from './redemption.ts'

/** Anything that was recorded: each is an entry, and none is ever changed. */
export type Booked =
  | { readonly kind: 'event'; readonly entry: Entry }
  | { readonly kind: 'redemption'; readonly redemption: Redemption }
  | { readonly kind: 'reversal'; readonly reversal: Reversal }
  | { readonly kind: 'actual'; readonly actual: ActualCost & { readonly recordedAt: number } }
  | { readonly kind: 'true-up'; readonly trueUp: CostEntry }

/** What perks will cost from the next edition on, as finance prepares it. */
export interface CostSheet {
  /** Counts the changes, so that two authors do not overwrite one another. */
  readonly version: number
  /** "2027-01": the first month it shall be in force. */
  readonly effectiveFrom: string
  readonly costs: ProgramCosts
  /** The stable subject of who changed it last: someone else approves it. */
  readonly author: string
  /** Epoch milliseconds. */
  readonly changedAt: number
}

/** The ledger as finance sees it. `ledger.ts` is the door for everyone else; both lead to the same table. */
export interface Books {
  /** The totals that are written in the same transactions as the entries, in no order; one call a shard, three in all. */
  costTotals(period: Period): Promise<readonly CostTotal[]>
  /** The entries behind the totals, by instant of booking, then id; `after` is the last one seen. Throws {@link Busy}. */
  costEntries(period: Period, after?: Pick<CostEntry, 'bookedAt' | 'id'>): AsyncIterable<CostEntry>
  /** Everything about one use: itself, its reversal, its true-ups, oldest first. Empty for an id that is none. */
  costEntriesOf(redemption: string): Promise<readonly CostEntry[]>
  /** Everything that was recorded in a month, by instant of recording, then by the key of its item. */
  booked(month: Month): AsyncIterable<Booked>
  /** Every member there is, in no order. Reads through the table: for reports, not for decisions. */
  members(): AsyncIterable<MemberRecord>
  /** Stores what was charged and books true-ups, one outcome each, in the order given. At most 10,000 at once. */
  recordActuals(actuals: readonly ActualCost[]): Promise<readonly ActualOutcome[]>
  /** What `recordActuals` would come to, with nothing stored. */
  checkActuals(actuals: readonly ActualCost[]): Promise<readonly ActualOutcome[]>
  /** What was charged and reported, newest first; a page may be short while there is a cursor. */
  actuals(page: {
    readonly limit: number
    readonly cursor: string | null
    readonly isMatched?: boolean
  }): Promise<Page<StoredActual>>
  /** The closed months, oldest first. */
  closings(): Promise<readonly Closing[]>
  /** Closes a month for good; false when it is closed already, or when it is not the one after the last closed. */
  close(closing: Closing): Promise<boolean>
  /** What finance prepares for the next edition; null when nothing is. */
  costSheet(): Promise<CostSheet | null>
  /** Replaces it, if it still has the version that was `seen` (0: there was none); null takes it away. False: it has not. */
  saveCostSheet(sheet: CostSheet | null, seen: number): Promise<boolean>
}
