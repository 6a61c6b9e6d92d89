import type { Month } from './month.ts'

/**
 * All that the rules need to know of a member, whatever the length of the history: the ledger keeps it in one small item,
 * `fold` makes it from entries. The two are equal at all times (trust.md, I1).
 */
export interface MemberSums {
  /** Months in which something was bought or returned, ascending, each once. */
  readonly months: readonly MonthSums[]
  /** Months in which a balance was reported, ascending, each once. */
  readonly balances: readonly MonthBalance[]
  /** Per plan and `from` the latest word, ordered by plan, then from. */
  readonly plans: readonly PlanSpan[]
  /** The month of the earliest event of any kind; null when there is none. */
  readonly firstMonth: Month | null
  /** The month of the earliest enrolment or purchase, from which anniversary periods count; null when there is none. */
  readonly joinedMonth: Month | null
}

/** What a month adds up to (standing.md, "Measures of a month"). */
export interface MonthSums {
  readonly month: Month
  /** Σ net amounts of the purchases dated in the month, minor units. */
  readonly netMinor: number
  /** Σ refunds of the month that name no purchase, minor units. Spend is max(0, netMinor − looseRefundsMinor). */
  readonly looseRefundsMinor: number
  /** Purchases of which something is left. */
  readonly orders: number
  /** Σ net units of those purchases. */
  readonly units: number
}

/** The balances reported in a month: the smallest, and the last one, which is carried on. */
export interface MonthBalance {
  readonly month: Month
  readonly lowMinor: number
  readonly lastMinor: number
}

/** A paid plan runs in [from, until), epoch milliseconds. */
export interface PlanSpan {
  readonly plan: string
  readonly from: number
  readonly until: number
}

/** A member of whom nothing is known. */
export const NOTHING: MemberSums = { months: [], balances: [], plans: [], firstMonth: null, joinedMonth: null }
