import { lastDayOf, type Month } from '#program/month.ts'
import { monthOf, startOfMonth } from '#program/zone.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Instants (epoch milliseconds) told from the day on which the demo is started, so that it always looks alive. */
export interface Calendar {
  readonly now: number
  /** The month of `now` in the program's zone. */
  readonly month: Month
  /** In the month that lies `monthsAgo` back (0: this one, negative: to come). Days beyond the month's last are its last. */
  in(monthsAgo: number, day: number, hour: number, minute?: number): number
  /** Just so many days before now, whatever month that is in. */
  ago(days: number): number
}

export function calendarOf(now: number, timeZone: string): Calendar {
  const month = monthOf(now, timeZone)
  return {
    now,
    month,
    // On the two days of the year on which clocks change this is an hour off, which no demo minds.
    in: (monthsAgo, day, hour, minute = 0) => {
      const there = month - monthsAgo
      const days = Math.min(day, Number(lastDayOf(there).slice(8))) - 1
      return startOfMonth(there, timeZone) + days * DAY_MS + hour * HOUR_MS + minute * 60_000
    },
    ago: (days) => now - days * DAY_MS,
  }
}
