import { type Month, monthOfDay } from '#program/month.ts'
import { type BudgetPer, type BudgetWindow, budgetWindow } from './budget-window.ts'
import { daysBetween } from './calendar-days.ts'
import { runsOutOn, spentAfter } from './forecast.ts'
import { type Pace, paceOf } from './pace.ts'

/** What a budget is, and what was spent. Amounts are minor units. */
export interface BudgetQuestion {
  readonly per: BudgetPer
  readonly budgetMinor: number
  /** What the perk cost, by month of booking: at least of the budget's months and of the six before the current one. */
  readonly byMonth: ReadonlyMap<Month, number>
  /** The first month on record; null where nothing is. */
  readonly since: Month | null
  /** In the program's zone. */
  readonly today: string
  readonly currency: string
}

/** How a budget stands today, and how it will end. */
export interface BudgetStatus {
  readonly window: BudgetWindow
  readonly actualMinor: number
  readonly forecast: { readonly likelyMinor: number; readonly lowMinor: number; readonly highMinor: number }
  readonly runsOutOn: string | null
  readonly earliest: string | null
  readonly latest: string | null
  readonly pace: Pace
  readonly line: readonly BurnPoint[]
}

/** What was spent in a month of the budget, and in it so far. */
export interface BurnPoint {
  readonly month: Month
  readonly spentMinor: number
  readonly toDateMinor: number
}

/** Works out how a budget stands: what was booked in its months, and from tomorrow on the pace. */
export function budgetStatus({ per, budgetMinor, byMonth, since, today, currency }: BudgetQuestion): BudgetStatus {
  const current = monthOfDay(today)
  const window = budgetWindow(per, current)
  const line = burnLine(window.first, current, byMonth)
  const actualMinor = line.at(-1)?.toDateMinor ?? 0
  const pace = paceOf({ byMonth, since, current, daysSoFar: Number(today.slice(8)), currency })
  const days = daysBetween(today, window.until)
  const spent = { spentMinor: actualMinor, budgetMinor, today, until: window.until }
  return {
    ...{ window, actualMinor, pace, line },
    forecast: {
      likelyMinor: spentAfter(actualMinor, pace.likely, days),
      lowMinor: spentAfter(actualMinor, pace.low, days),
      highMinor: spentAfter(actualMinor, pace.high, days),
    },
    runsOutOn: runsOutOn(spent, pace.likely),
    earliest: runsOutOn(spent, pace.high),
    latest: runsOutOn(spent, pace.low),
  }
}

function burnLine(first: Month, current: Month, byMonth: ReadonlyMap<Month, number>): readonly BurnPoint[] {
  const line: BurnPoint[] = []
  let toDateMinor = 0
  for (let month = first; month <= current; month++) {
    const spentMinor = byMonth.get(month) ?? 0
    toDateMinor += spentMinor
    line.push({ month, spentMinor, toDateMinor })
  }
  return line
}
