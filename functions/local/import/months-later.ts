import { lastDayOf, monthOfYear, yearOf } from '#program/month.ts'
import type { WallTime } from './local-time.ts'

/** The same day and time so many months later. A day that the month does not have becomes its last: 31 → 28 February. */
export function monthsLater(wall: WallTime, months: number): WallTime {
  const month = wall.year * 12 + wall.month - 1 + months
  const lastDay = Number(lastDayOf(month).slice(-2))
  return { ...wall, year: yearOf(month), month: monthOfYear(month), day: Math.min(wall.day, lastDay) }
}
