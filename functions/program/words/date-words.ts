import { LOCALE } from './money-words.ts'

const inUtc =
  (options: Intl.DateTimeFormatOptions) =>
  (at: number, locale = LOCALE) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at)
const longDay = inUtc({ day: 'numeric', month: 'long', year: 'numeric' })
const dayOfYear = inUtc({ day: 'numeric', month: 'long' })
const longMonth = inUtc({ month: 'long', year: 'numeric' })
const monthAlone = inUtc({ month: 'long' })

// A day and a month have no zone of their own: they are read and written in UTC, which changes nothing.
const instantOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** "2027-03-31" → "31 March 2027". */
export const dayWords = (day: string, locale?: string): string => longDay(instantOf(day), locale)

/** A day as said in a year: ("2026-12-31", "2026-05-20") → "31 December"; in another year with the year. */
export const dayWordsIn = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? dayOfYear(instantOf(day)) : dayWords(day)

/** "2026-02" → "February 2026". */
export const monthWords = (month: string, locale?: string): string => longMonth(instantOf(`${month}-01`), locale)

/** 4 → "April". */
export const monthName = (number: number, locale?: string): string => monthAlone(Date.UTC(2000, number - 1, 1), locale)

/** An instant (RFC 3339) in a time zone: "20 May 2026 at 11:00". */
export const instantWords = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(Date.parse(instant))
