import type { Need } from './edition.ts'
import type { Month } from './month.ts'
import type { MemberSums, MonthSums } from './sums.ts'

/** What counts of a span of months: minor units, orders and units. */
export interface Counted {
  readonly spendMinor: number
  readonly orders: number
  readonly units: number
}

/** A member's measures, ready to be asked for any window. Sums of sums: asking costs the same for a month and for ten years. */
export interface Measures {
  /** What counts in the months from `from` to `to`, both included. */
  between(from: Month, to: Month): Counted
  /** What a row's measure amounts to in the window that starts with `from` and ends with `month`; not for plans. */
  amount(need: SumNeed, from: Month, month: Month): number
  /** By how much the returns of a month exceed what was bought in it: new purchases of that month make it good first. */
  deficit(month: Month): number
  /** The low balance of a month, minor units; null while it is not known. */
  lowBalance(month: Month): number | null
  /** Of the months `month`, the one before, and so on: how many in a row have a low balance of at least `minor`. At most `enough`. */
  monthsAtOrAbove(minor: number, month: Month, enough: number): number
}

export type SumNeed = Exclude<Need, { measure: 'plan' } | { measure: 'balance' }>

/** Spend of a month: never below zero, however much came back without a receipt. */
export const spendOf = (month: MonthSums): number => Math.max(0, month.netMinor - month.looseRefundsMinor)

/** Prepares a member's sums. Throws a RangeError when they add up to more than 2^53 − 1. */
export function measuresOf(sums: MemberSums): Measures {
  const first = sums.months[0]?.month ?? 0
  const last = sums.months.at(-1)?.month ?? first - 1
  const spend = running(sums.months, first, last, spendOf)
  const orders = running(sums.months, first, last, (month) => month.orders)
  const units = running(sums.months, first, last, (month) => month.units)
  const through = (totals: Float64Array, month: Month) => totals[clamp(month - first + 1, totals.length - 1)] ?? 0
  const within = (totals: Float64Array, from: Month, to: Month) => through(totals, to) - through(totals, from - 1)
  const lowBalance = (month: Month) => lowBalanceOf(sums, month)

  return {
    between: (from, to) => ({
      spendMinor: within(spend, from, to),
      orders: within(orders, from, to),
      units: within(units, from, to),
    }),
    amount(need, from, month) {
      switch (need.measure) {
        case 'spend':
          return within(spend, from, month)
        case 'orders':
          return within(orders, from, month)
        case 'units':
          return within(units, from, month)
        case 'lifetimeSpend':
          return through(spend, month)
        default:
          return need satisfies never
      }
    },
    deficit(month) {
      const found = sums.months.find((of) => of.month === month)
      return found ? Math.max(0, found.looseRefundsMinor - found.netMinor) : 0
    },
    lowBalance,
    monthsAtOrAbove(minor, month, enough) {
      let count = 0
      while (count < enough) {
        const low = lowBalance(month - count)
        if (low === null || low < minor) break
        count++
      }
      return count
    },
  }
}

/** Totals through each month: at index 0 nothing, at index k the first k months. */
function running(months: readonly MonthSums[], first: Month, last: Month, value: (month: MonthSums) => number) {
  const totals = new Float64Array(last - first + 2)
  for (const month of months) totals[month.month - first + 1] = value(month)
  for (let index = 1; index < totals.length; index++) totals[index] = (totals[index] ?? 0) + (totals[index - 1] ?? 0)
  // The last total is the largest, so this one check covers every sum that is taken from them.
  if (!Number.isSafeInteger(totals.at(-1))) throw new RangeError('The sums of this member are beyond 2^53 − 1.')
  return totals
}

const clamp = (index: number, highest: number) => (index < 0 ? 0 : index > highest ? highest : index)

/** The smallest of what was carried into the month and what was reported in it; unknown without something carried. */
function lowBalanceOf({ balances }: MemberSums, month: Month): number | null {
  let carried: number | null = null
  for (const balance of balances) {
    if (balance.month > month) break
    if (balance.month === month) return carried === null ? null : Math.min(carried, balance.lowMinor)
    carried = balance.lastMinor
  }
  return carried
}
