import type { Month } from '#program/month.ts'

/** Months of booking, both included. */
export interface Period {
  readonly from: Month
  readonly to: Month
}

/** What costs are told apart by. All five are those of the use; a reversal and a true-up have those of the use they mend. */
export interface CostPlace {
  readonly perk: string
  readonly tier: string
  readonly edition: number
  /** Who asked for the use: the subject of the token, a till's or a shop's. */
  readonly source: string
}

/** The sum of all entries of one month and place. Amounts are minor units; any of them can be negative. */
export interface CostTotal extends CostPlace {
  /** The month in which the entries were booked. */
  readonly month: Month
  /** How many entries make it up, of all kinds. */
  readonly entries: number
  /** Uses less reversals. */
  readonly uses: number
  /** Uses at the unit costs of their editions, less reversals. */
  readonly accruedMinor: number
  /** What invoices came to beyond what had been accrued for their uses. */
  readonly trueUpMinor: number
}

/**
 * One entry of the cost ledger. A use adds its edition's unit cost (trust.md, I10), a reversal takes exactly that back, and
 * a true-up adds what an invoice came to beyond it. An entry belongs to the month in which it was booked, so a correction of
 * a month that is closed stands in the open one.
 */
export interface CostEntry extends CostPlace {
  /** Unique among all entries: `r-…` a use, `v-…` its reversal, `t-…` a true-up. */
  readonly id: string
  readonly kind: 'use' | 'reversal' | 'true-up'
  /** Epoch milliseconds. */
  readonly bookedAt: number
  readonly month: Month
  readonly member: string
  /** The id of the use; of a use its own. */
  readonly redemption: string
  /** Epoch milliseconds of the use. */
  readonly usedAt: number
  readonly order: string | null
  /** What the perk was used on, in minor units; null where nothing was said, and on reversals and true-ups. */
  readonly basketMinor: number | null
  /** What it was worth to the member; null on reversals and true-ups. */
  readonly worthMinor: number | null
  /** What the entry adds to the cost, in minor units. */
  readonly costMinor: number
  /** The invoice line behind a true-up; null on the others. */
  readonly invoice: { readonly source: string; readonly id: string; readonly amountMinor: number } | null
}
