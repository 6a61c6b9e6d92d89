import { formatMoney } from '#program/money.ts'
import { formatMonth, type Month } from '#program/month.ts'
import { monthWords } from '#program/words/date-words.ts'
import { moneyWords } from '#program/words/money-words.ts'
import { daysIn } from './calendar-days.ts'
import { halfUp } from './half-up.ts'

/** So many minor units in so many days: a fraction, so that nothing is rounded before the end. `days` is above zero. */
export interface Rate {
  readonly minor: number
  readonly days: number
}

/** How fast a budget is being spent, and on what that rests. */
export interface Pace {
  readonly likely: Rate
  readonly low: Rate
  readonly high: Rate
  /** A sentence. */
  readonly words: string
}

/** What was booked, and when it is now. */
export interface Spending {
  /** Minor units by month; a month without an entry had none. */
  readonly byMonth: ReadonlyMap<Month, number>
  /** The first month on record; null where nothing is. */
  readonly since: Month | null
  readonly current: Month
  /** Of the current month, today included. */
  readonly daysSoFar: number
  readonly currency: string
}

const MOST_MONTHS = 6

/**
 * The pace of the last six complete months, or of as many as are on record: in the mean, in the quietest and in the busiest
 * of them. Where none is complete yet it is that of the current month so far. A pace is never below zero: what was taken
 * back does not go on being taken back.
 */
export function paceOf(spending: Spending): Pace {
  const { since, current, byMonth, currency } = spending
  if (since === null) return still('Nothing has been booked yet, so nothing more is foreseen.')
  const months: Month[] = []
  for (let month = Math.max(since, current - MOST_MONTHS); month < current; month++) months.push(month)
  const rates = months.map((month) => atLeastNothing({ minor: byMonth.get(month) ?? 0, days: daysIn(month) }))
  const [only] = rates
  if (!only) return ofThisMonth(spending)
  const sorted = rates.toSorted(slower)
  const [low = only, high = only] = [sorted[0], sorted.at(-1)]
  const likely = atLeastNothing({
    minor: months.reduce((sum, month) => sum + (byMonth.get(month) ?? 0), 0),
    days: rates.reduce((sum, { days }) => sum + days, 0),
  })
  return { likely: between(low, likely, high), low, high, words: wordsOf(months, { low, likely, high }, currency) }
}

const still = (words: string): Pace => {
  const nothing: Rate = { minor: 0, days: 1 }
  return { likely: nothing, low: nothing, high: nothing, words }
}

function ofThisMonth({ byMonth, current, daysSoFar, currency }: Spending): Pace {
  const rate = atLeastNothing({ minor: byMonth.get(current) ?? 0, days: daysSoFar })
  const days = daysSoFar === 1 ? 'The first day' : `The ${daysSoFar} days so far`
  const words = `${days} of this month, at ${aDay(rate, currency)}, as no month is complete yet; so there is no range.`
  return { likely: rate, low: rate, high: rate, words }
}

const atLeastNothing = (rate: Rate): Rate => (rate.minor < 0 ? { ...rate, minor: 0 } : rate)

const slower = (one: Rate, other: Rate) =>
  Number(BigInt(one.minor) * BigInt(other.days) - BigInt(other.minor) * BigInt(one.days))

/** A mean into which months below zero went can lie below the slowest of them, which counts as nothing. */
const between = (low: Rate, mean: Rate, high: Rate) =>
  slower(mean, low) < 0 ? low : slower(mean, high) > 0 ? high : mean

function wordsOf(
  months: readonly Month[],
  { low, likely, high }: Record<'low' | 'likely' | 'high', Rate>,
  currency: string,
): string {
  const [first = 0, last = 0] = [months[0], months.at(-1)]
  if (first === last) {
    return `${monthOf(first)}, the only complete month on record, at ${aDay(likely, currency)}; so there is no range yet.`
  }
  const span = `${monthOf(first)} to ${monthOf(last)}`
  if (high.minor === 0) return `Nothing was spent from ${span}, so nothing more is foreseen.`
  const which = months.length < MOST_MONTHS ? `the ${months.length} complete months on record, ${span}` : span
  return `The mean of ${which}: ${aDay(likely, currency)}, from ${aDay(low, currency)} in the quietest month to ${aDay(high, currency)} in the busiest.`
}

const monthOf = (month: Month) => monthWords(formatMonth(month))

const aDay = ({ minor, days }: Rate, currency: string) =>
  `${moneyWords(formatMoney(halfUp(BigInt(minor), BigInt(days)), currency), currency)} a day`
