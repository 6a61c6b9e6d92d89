import { lastDayOf, type Month } from '#program/month.ts'

const DAY_MS = 86_400_000
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** From one day to another: ("2026-05-30", "2026-06-02") → 3. Below zero when the second is the earlier one. */
export const daysBetween = (day: string, other: string): number => (utc(other) - utc(day)) / DAY_MS

/** ("2028-02-28", 2) → "2028-03-01". */
export const plusDays = (day: string, days: number): string =>
  new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10)

/** How many days a month has. */
export const daysIn = (month: Month): number => Number(lastDayOf(month).slice(8))
