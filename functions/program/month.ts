/**
 * A calendar month in the program's time zone, as a count of months since year 0: January 2026 is 24312. A number, so that
 * windows are subtractions; it is written "2026-01" at the edges.
 */
export type Month = number

const TEXT = /^(\d{4})-(0[1-9]|1[0-2])$/

/** "2026-01" → 24312. Throws a RangeError for anything else. */
export function parseMonth(text: string): Month {
  const match = TEXT.exec(text)
  if (!match) throw new RangeError(`${JSON.stringify(text)} is not a month. Write it as in "2026-01".`)
  return Number(match[1]) * 12 + Number(match[2]) - 1
}

/** 24312 → "2026-01". */
export function formatMonth(month: Month): string {
  return `${String(yearOf(month)).padStart(4, '0')}-${String(monthOfYear(month)).padStart(2, '0')}`
}

/** The year a month lies in. */
export const yearOf = (month: Month): number => Math.floor(month / 12)

/** 1 for January to 12 for December. */
export const monthOfYear = (month: Month): number => (month % 12) + 1

/** The last day of a month, "2028-02-29". */
export function lastDayOf(month: Month): string {
  const day = new Date(Date.UTC(yearOf(month), monthOfYear(month), 0)).getUTCDate()
  return `${formatMonth(month)}-${day}`
}

/** The first day of a month, "2028-02-01". */
export const firstDayOf = (month: Month): string => `${formatMonth(month)}-01`

/** The month of a day, "2028-02-29" → the month "2028-02". */
export const monthOfDay = (day: string): Month => parseMonth(day.slice(0, 7))
