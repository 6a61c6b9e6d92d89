/** 10^10 − 1 minor units, a hundred million pounds less a penny: 900,000 lines of it still add up exactly. */
export const MAX_ACTUAL_MINOR = 10 ** 10 - 1
/** Lines from before this instant are typing errors. */
export const EARLIEST_ACTUAL = Date.UTC(1990, 0, 1)
/** Characters of a note. */
export const MAX_ACTUAL_NOTE = 500

/** What a carrier or supplier charged for a use, as reported. `source` and `id` are its identity for ever, as an event's. */
export interface ActualCost {
  /** Who charges: "parcel-line". */
  readonly source: string
  /** The line's own name there: "inv-2026-05/17". */
  readonly id: string
  /** Epoch milliseconds: when the service was rendered, or the invoice made out. */
  readonly time: number
  /** Above zero, in the program's currency. */
  readonly amountMinor: number
  /** What it was for; at least one of the two. A redemption says it exactly. */
  readonly redemption?: string
  /** The shop's id of the order; together with `perk` where several perks were used on it. */
  readonly order?: string
  readonly perk?: string
  readonly note?: string
}

/** Why no use was found for an actual cost. */
export type Unmatched = 'no_such_redemption' | 'redemption_refused' | 'no_use_of_order' | 'several_uses_of_order'

/** An actual cost that is stored: with the use it was matched to, or with the reason why it has none. */
export interface StoredActual extends ActualCost {
  /** Epoch milliseconds. */
  readonly recordedAt: number
  readonly match: { readonly redemption: string; readonly trueUpMinor: number; readonly trueUp: string } | null
  readonly reason: Unmatched | null
}

/**
 * What reporting an actual cost came to. `matched`: a true-up was booked. `unmatched`: it is kept and visible, and matched
 * when it is reported again after its use has come; `again`: it had been kept before. `duplicate`: it had been matched before. `conflict`: its identity is
 * taken by other content, which stands. `retry`: not known to be stored, send it again.
 */
export type ActualOutcome =
  | { readonly kind: 'matched' | 'duplicate'; readonly redemption: string; readonly trueUpMinor: number }
  | { readonly kind: 'unmatched'; readonly reason: Unmatched; readonly again: boolean }
  | { readonly kind: 'conflict' | 'retry' }
