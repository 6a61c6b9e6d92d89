import { formatMonth, parseMonth } from '#program/month.ts'
import type { ActivityItem } from '#program/standing-body.ts'
import { monthWords } from '#program/words/date-words.ts'
import type { Year } from '../pictures/year.ts'

/** What one month came to, as decimal strings. */
export interface MonthAccount {
  /** "2026-05". */
  readonly month: string
  readonly bought: string
  readonly refunded: string
  readonly counts: string
  readonly orders: number
}

const MONTHS = 12

/** The twelve months that end with `current` ("2026-05"), summed from activity, oldest first. */
export function yearOf(activity: readonly ActivityItem[], current: string): readonly MonthAccount[] {
  const last = parseMonth(current)
  return Array.from({ length: MONTHS }, (_, index) => {
    const month = formatMonth(last - MONTHS + 1 + index)
    const counted = activity.flatMap((item) => (item.counted?.month === month ? [item.counted] : []))
    const amounts = counted.map(({ spend }) => spend)
    return {
      month,
      bought: sum(amounts.filter((amount) => !amount.startsWith('-'))),
      refunded: sum(amounts.filter((amount) => amount.startsWith('-')).map((amount) => amount.slice(1))),
      counts: sum(amounts),
      orders: counted.reduce((orders, item) => orders + item.orders, 0),
    }
  })
}

/** Adds decimal strings of one currency digit by digit, as whole numbers. */
function sum(amounts: readonly string[]): string {
  const decimals = amounts[0]?.split('.')[1]?.length ?? 0
  const minor = amounts.reduce((total, amount) => total + BigInt(amount.replace('.', '')), 0n)
  if (decimals === 0) return String(minor)
  const digits = String(minor < 0n ? -minor : minor).padStart(decimals + 1, '0')
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** The months as the stripe draws them. */
export function stripeOf(months: readonly MonthAccount[]): Year {
  const most = Math.max(1, ...months.map(({ bought }) => Number(bought)))
  const bought = months.filter(({ orders }) => orders > 0).length
  return {
    sentence: `Something counted in ${bought} of the last ${months.length} months.`,
    months: months.map(({ month, counts, refunded }) => ({
      name: monthWords(month),
      counted: Math.max(0, Number(counts)) / most,
      refunded: Number(refunded) / most,
    })),
  }
}
