import type { ProgramDocument, PublishedEdition } from '#program/document.ts'
import { formatMonth, type Month, parseMonth } from '#program/month.ts'
import { isTimeZone, monthOf } from '#program/zone.ts'

/** How long before it takes effect an edition must be published, so that every copy of the program is right. */
export const SETTLING_MS = 10 * 60_000

/** The first month that begins late enough for an edition published at `now` (epoch milliseconds). */
export function soonestMonth(timeZone: string, now: number): Month {
  return monthOf(now + SETTLING_MS, timeZone) + 1
}

/** The first month for which a document could be published at `now`, after the latest edition and with its notice. */
export function earliestMonth(document: ProgramDocument, latest: PublishedEdition | undefined, now: number): string {
  const timeZone = latest?.document.timeZone ?? (isTimeZone(document.timeZone) ? document.timeZone : 'UTC')
  if (!latest) return formatMonth(monthOf(now, timeZone))
  return formatMonth(Math.max(soonestMonth(timeZone, now), parseMonth(latest.effectiveFrom) + 1))
}
