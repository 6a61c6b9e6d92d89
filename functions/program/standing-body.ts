/**
 * The standing as it is sent (api.md, `GET /members/{id}/standing`): money as decimal strings, months and days as text.
 * `me/standing` and `members/{id}/standing` answer the same body; the pages read these types.
 */
export interface StandingBody {
  readonly member: string
  /** RFC 3339, the instant it holds for. */
  readonly asOf: string
  readonly edition: number
  readonly currency: string
  readonly tier: HeldTier
  /** Null on the first tier, which nobody has to earn. */
  readonly why: Why | null
  /** Every higher tier, nearest first. Empty at the top: there is no next. */
  readonly progress: readonly TierProgress[]
  /** Every tier below the held one that has to be reached, lowest first, with how far its ways have come. */
  readonly below: readonly TierProgress[]
  /** The held tier's own rows over the current window; null on the first tier. */
  readonly keep: { readonly rows: readonly RowBody[] } | null
  /** What leaves the window at the end of this month; null unless the period is sliding. */
  readonly dropsOff: DropsOff | null
}

export interface HeldTier {
  readonly id: string
  readonly name: string
  readonly rank: number
  /** "2026-02": the month from which it has been held without a break. */
  readonly since: string
  /** "2027-03-31": the last day it is held if nothing more happens; null for ever. */
  readonly until: string | null
  /** The tier held from the day after; null for ever. */
  readonly then: string | null
}

/** What earned the tier when it began, and what carries it now: each can be summed again from the activity. */
export interface Why extends Earning {
  /** Set when the tier was reached from above, by a soft landing: nothing was earned in that month. */
  readonly landing: { readonly from: string; readonly through: string } | null
  /** The latest month that was good for this tier, from which `until` follows. */
  readonly carriedBy: Earning | null
}

export interface Earning {
  readonly month: string
  readonly edition: number
  readonly row: readonly MeasureBody[]
}

export interface TierProgress {
  readonly tier: string
  readonly name: string
  readonly rows: readonly RowBody[]
}

export interface RowBody {
  /** 0 to 100, the least of its measures', rounded down: 100 means reached and nothing else does. */
  readonly percent: number
  readonly measures: readonly MeasureBody[]
}

export type MeasureBody =
  | { readonly measure: 'spend' | 'lifetimeSpend'; readonly have: string; readonly need: string; readonly left: string }
  | { readonly measure: 'orders' | 'units'; readonly have: number; readonly need: number; readonly left: number }
  | BalanceMeasure
  | {
      readonly measure: 'plan'
      readonly plan: string
      readonly have: boolean
      readonly need: true
      readonly left: boolean
    }

export interface BalanceMeasure {
  readonly measure: 'balance'
  /** The current month's low balance; null while it is not known. */
  readonly have: string | null
  readonly need: string
  readonly left: string
  /** Months in a row at or above `need`, this one included, of those needed. */
  readonly months: { readonly have: number; readonly need: number }
}

export interface DropsOff {
  /** The first day on which it no longer counts. */
  readonly on: string
  readonly spend: string
  readonly orders: number
  readonly units: number
}

/** `GET /me/trajectory`: what happens if nothing more is bought, and the least that would change it. */
export interface TrajectoryBody {
  readonly member: string
  readonly asOf: string
  readonly currency: string
  /** The first of each of the next twelve months. */
  readonly months: readonly TrajectoryMonth[]
  /** The least that keeps the tier held; null when it is never lost or cannot be kept by buying. */
  readonly keep: NextStep | null
  /** The least that reaches the next tier; null at the top. */
  readonly lift: NextStep | null
}

export interface TrajectoryMonth {
  readonly on: string
  readonly edition: number
  readonly tier: string
  readonly name: string
  readonly rank: number
  /** Leaves the window on that day, compared with the month before. */
  readonly dropsOff: Omit<DropsOff, 'on'>
}

export interface NextStep {
  readonly tier: string
  readonly name: string
  /** Every way of doing it, the nearest to done first. */
  readonly ways: readonly WayBody[]
}

/** One way of reaching or keeping a tier, with what is left of it if it is done between `from` and `by`. */
export interface WayBody extends RowBody {
  /** The first day that counts; null where that is today. */
  readonly from: string | null
  /** The last day on which these figures are still enough. */
  readonly by: string
  /** Part of what is left to spend: this month's returns above this month's purchases, which new ones make good first. */
  readonly returnsFirst: string
}

/** `GET /me/activity`: one entry of the ledger, and what it counts for. */
export interface ActivityItem {
  readonly source: string
  readonly id: string
  /** The last two are a use of a perk, and one taken back. */
  readonly type: 'purchase' | 'refund' | 'balance' | 'plan' | 'enrolment' | 'redemption' | 'reversal'
  readonly time: string
  readonly recordedAt: string
  /** As it came: the amount of a purchase or refund, the balance reported. */
  readonly amount: string | null
  readonly units: number | null
  readonly note: string | null
  /** The purchase a refund names. */
  readonly purchase: string | null
  /** A plan's name and span. */
  readonly plan: { readonly plan: string; readonly from: string; readonly until: string } | null
  /** The perk of a use, or of one taken back. */
  readonly perk: ActivityPerk | null
  /** What it adds to (or, with a minus, takes from) the month it counts in; null where nothing counts. */
  readonly counted: {
    readonly month: string
    readonly spend: string
    readonly orders: number
    readonly units: number
  } | null
  /** Why it counts for less than it says, or for nothing; null when all of it counts. */
  readonly reason: ActivityReason | null
  /** Whether its month is closed, so that a proof of it can be had. */
  readonly proof: boolean
}

export interface ActivityPerk {
  readonly perk: string
  readonly name: string
  /** What the customer would have paid, a decimal string; null where the use itself is not known. */
  readonly worth: string | null
  /** The use: its own id, or that of the use that was taken back. */
  readonly redemption: string
  /** Whether that use was taken back. */
  readonly reversed: boolean
}

/**
 * `purchase_not_arrived`: the purchase a refund names is not known (yet). `not_a_purchase`: the id it names is something else.
 * `more_than_was_left`: the purchase, or the month, had less left than came back. `nothing_paid`: a purchase of nothing is no
 * order. `superseded`: a later word on the same plan. `not_a_sum`: counts in its own way (a balance, a plan, joining, a perk), not as spend.
 */
export type ActivityReason =
  | 'purchase_not_arrived'
  | 'not_a_purchase'
  | 'more_than_was_left'
  | 'nothing_paid'
  | 'superseded'
  | 'not_a_sum'
