import type { Need, Qualification, Row } from './edition.ts'
import type { Measures } from './measures.ts'
import type { Month } from './month.ts'
import { windowStart } from './window.ts'

/** A member at a month, under one edition's qualification: all that a row is judged by. */
export interface RowContext {
  readonly measures: Measures
  readonly qualification: Qualification
  /** The month from which anniversary periods count. */
  readonly joined: Month
  readonly month: Month
  /** Whether a plan runs at the instant asked about. */
  readonly runs: (plan: string) => boolean
}

/** A row with what the member has of it. */
export interface RowProgress {
  /** 0 to 100, rounded down; 100 if and only if the row is reached. */
  readonly percent: number
  readonly measures: readonly MeasureProgress[]
}

/** `have` in the measure's own unit (minor units, a count, whether the plan runs); null for a balance not yet known. */
export interface MeasureProgress {
  readonly need: Need
  readonly have: number | boolean | null
  /** What has to be made good before a purchase counts, minor units. Part of what is left; 0 in a standing. */
  readonly owedMinor: number
  /** For a balance: how many months in a row it has been kept, of `need.months` + 1. */
  readonly monthsKept: number | null
}

/** Whether a row, leaving its plan aside, is true in a month (standing.md, "Rules"). `from` is where the window starts. */
export function isTrue(row: Row, measures: Measures, from: Month, month: Month): boolean {
  for (const need of row) {
    switch (need.measure) {
      case 'plan':
        break
      case 'balance':
        if (measures.monthsAtOrAbove(need.minor, month, need.months + 1) <= need.months) return false
        break
      default:
        if (measures.amount(need, from, month) < amountOf(need)) return false
    }
  }
  return true
}

/** What a measure asks for, as a number: minor units or a count; 1 for a plan that has to run. */
export function amountOf(need: Need): number {
  switch (need.measure) {
    case 'spend':
    case 'lifetimeSpend':
    case 'balance':
      return need.minor
    case 'orders':
    case 'units':
      return need.count
    case 'plan':
      return 1
    default:
      return need satisfies never
  }
}

/** What is missing of a measure, in its own unit; 0 when it is reached. */
export function leftOf({ need, have, owedMinor }: MeasureProgress): number {
  const left = Math.max(0, amountOf(need) - Number(have ?? 0))
  return left === 0 ? 0 : left + owedMinor
}

/** A row with what the member has in the window of the month (standing.md, "Until, then, progress"). */
export function rowProgress(row: Row, context: RowContext): RowProgress {
  const measures = row.map((need) => measureProgress(need, context))
  return { percent: Math.min(...measures.map(percentOf)), measures }
}

function measureProgress(need: Need, { measures, qualification, joined, month, runs }: RowContext): MeasureProgress {
  switch (need.measure) {
    case 'plan':
      return { need, have: runs(need.plan), owedMinor: 0, monthsKept: null }
    case 'balance': {
      const monthsKept = measures.monthsAtOrAbove(need.minor, month, need.months + 1)
      return { need, have: measures.lowBalance(month), owedMinor: 0, monthsKept }
    }
    default:
      return {
        need,
        have: measures.amount(need, windowStart(qualification, month, joined), month),
        owedMinor: 0,
        monthsKept: null,
      }
  }
}

/** A balance is reached when it has been high enough for all of its months: the scarcer of the two decides. */
function percentOf(progress: MeasureProgress): number {
  const { need, have, monthsKept } = progress
  const percent = percentage(Number(have ?? 0), amountOf(need), have !== null)
  if (need.measure !== 'balance' || monthsKept === null) return percent
  return Math.min(percent, percentage(monthsKept, need.months + 1, true))
}

/** min(100, floor(100 × have / need)) in whole numbers: 99.9999 % of the way is 99. */
function percentage(have: number, need: number, known: boolean): number {
  if (!known) return 0
  if (have >= need) return 100
  // BigInt where 100 × have would no longer be exact.
  if (have > Number.MAX_SAFE_INTEGER / 100) return Number((100n * BigInt(have)) / BigInt(need))
  return Math.floor((100 * have) / need)
}
