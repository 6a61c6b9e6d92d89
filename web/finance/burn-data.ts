import type { BudgetBody } from '#finance/outlook-routes.ts'
import { dayWords, monthWords } from '#program/words/date-words.ts'
import type { BurnLine, Point } from '../pictures/burn-line.ts'
import { amountWords } from './amount.ts'
import { monthsOf } from './heat-data.ts'

export type Budget = BudgetBody['items'][number]

const DAY_MS = 86_400_000
/** The highest line leaves a little room above it. */
const ROOM = 1.08

/** A budget as a picture: shares of its time and of the highest amount in it. Amounts become floats for drawing alone. */
export function burnData(budget: Budget, at: string, currency: string): BurnLine {
  const { from, until, forecast } = budget
  const [high, total] = [Number(forecast.high), Number(budget.budget)]
  const top = Math.max(high, total, Number(budget.actual), 1) * ROOM
  const share = (amount: string | number) => Math.max(0, Number(amount) / top)
  const today = shareOfTime(at.slice(0, 10), from, until)
  const months = monthsOf(from.slice(0, 7), until.slice(0, 7))
  return {
    sentence: burnSentence(budget, currency),
    months: months.map((month) => monthWords(month)),
    budgetWords: `Budget ${amountWords(budget.budget, currency)}`,
    spentWords: `${amountWords(budget.actual, currency)} so far`,
    spent: [...earlierPoints(budget, months, today, share), [today, share(budget.actual)]],
    budget: share(total),
    likely: share(forecast.likely),
    low: share(forecast.low),
    high: share(high),
    runsOut:
      budget.runsOutOn === null
        ? null
        : { at: [shareOfTime(budget.runsOutOn, from, until), share(total)], words: dayWords(budget.runsOutOn) },
  }
}

/** The ends of the months that are over. */
function earlierPoints(
  { line }: Budget,
  months: readonly string[],
  today: number,
  share: (amount: string) => number,
): Point[] {
  return line.flatMap(({ month, toDate }) => {
    const time = (months.indexOf(month) + 1) / months.length
    return time > 0 && time < today ? [[time, share(toDate)] as const] : []
  })
}

/** Where a day's end lies between the first and the last day, 0 to 1. */
function shareOfTime(day: string, from: string, until: string): number {
  const [start, end] = [Date.parse(from), Date.parse(until) + DAY_MS]
  return Math.min(1, Math.max(0, (Date.parse(day) + DAY_MS - start) / (end - start)))
}

/** What a budget comes to, in words: spent, likely at the end with its range, and when it runs out. */
export function burnSentence(
  { name, per, budget, actual, forecast, until, runsOutOn, runsOutBetween }: Budget,
  currency: string,
): string {
  const money = (amount: string) => amountWords(amount, currency)
  const spent = `${name}: ${money(actual)} of the ${per}’s ${money(budget)} is spent.`
  const range = `By ${dayWords(until)} it will likely be ${money(forecast.likely)} (between ${money(forecast.low)} and ${money(forecast.high)})`
  if (runsOutOn === null) return `${spent} ${range}, so the budget lasts.`
  const { earliest, latest } = runsOutBetween
  const between = [
    earliest && `${dayWords(earliest)} at the highest pace`,
    latest && `${dayWords(latest)} at the lowest`,
  ]
    .filter(Boolean)
    .join(', ')
  return `${spent} ${range}; it runs out on ${dayWords(runsOutOn)}${between && ` (${between})`}.`
}
