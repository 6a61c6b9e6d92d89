/** What a row of the file comes to. */
export type RowReading =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'skipped'; readonly row: number; readonly reason: string }
  | Rejected

/** A row that is an event, or a part of one. Money is minor units, counted as given or taken, never both signs. */
export interface Line {
  readonly row: number
  readonly type: 'purchase' | 'refund'
  readonly id: string
  readonly subject: string
  /** Epoch milliseconds. */
  readonly time: number
  /** What the clock on the wall did then. */
  readonly clock: 'once' | 'repeated' | 'skipped'
  readonly amountMinor: number
  /** Undefined when the profile names no column for them. */
  readonly units: number | undefined
  /** The id of the purchase that a refund gives back, where the file says so. */
  readonly purchase: string | undefined
  /** By which the profile lets the customer sign in, where it does and the row has one. */
  readonly address: string | undefined
}

export interface Rejected {
  readonly kind: 'rejected'
  readonly row: number
  /** The event it would have been part of, as far as can be told. */
  readonly id: string
  readonly reason: Rejection
  /** What is wrong with this very row. */
  readonly detail: string
}

/** Why a row is no event, and what to do about it. */
export const REJECTIONS = {
  'wrong-number-of-cells': 'the row has more or fewer cells than row 1; quote cells that contain the delimiter',
  'no-rule': 'no rule of the profile says what such a row is; add one',
  'bad-id': 'ids have 1 to 128 characters, composed (NFC), without control characters',
  'bad-time': 'the time is not written as the profile says',
  'in-the-future': 'what has not happened yet cannot be recorded',
  'bad-number': 'amounts, quantities and units are plain numbers; check decimalMark in the profile',
  'wrong-sign': 'the amount or the units have the other sign than the profile says; add a rule for such rows',
  'too-large': 'the amount or the units are more than can be recorded',
  'other-currency': "the amount is not in the program's currency",
  'parts-disagree': 'the rows of one event differ in customer, kind or purchase',
  'part-rejected': 'another row of the same event was rejected, and part of an event is not recorded',
} as const

export type Rejection = keyof typeof REJECTIONS
