import { firstDayOf, lastDayOf, type Month, monthOfYear } from '#program/month.ts'

export type BudgetPer = 'month' | 'quarter' | 'year'

/** The months that a budget covers, both included, and the same as days. */
export interface BudgetWindow {
  readonly first: Month
  readonly last: Month
  readonly from: string
  readonly until: string
}

const MONTHS: Readonly<Record<BudgetPer, number>> = { month: 1, quarter: 3, year: 12 }

/** The calendar month, quarter or year that a month lies in. */
export function budgetWindow(per: BudgetPer, month: Month): BudgetWindow {
  const months = MONTHS[per]
  const first = month - ((monthOfYear(month) - 1) % months)
  const last = first + months - 1
  return { first, last, from: firstDayOf(first), until: lastDayOf(last) }
}
