import type { ProgramDocument, PublishedEdition } from '#program/document.ts'
import { formatMonth, type Month, parseMonth } from '#program/month.ts'
import { isTimeZone, monthOf } from '#program/zone.ts'

/** How long before it takes effect an edition must be published, so that every copy of the program is right. */
export const SETTLING_MS = 10 * 60_000

const DAY_MS = 86_400_000
/** The most notice that a document may promise (`program/checks/ranges.ts`). */
const MOST_NOTICE_DAYS = 365

/**
 * The first month for which a document could be published at `now` (epoch milliseconds): after the latest edition, and with
 * the notice that was promised, or with the document's own if that is longer. Any rule may take something away from
 * somebody, so each change of rules is announced. The very first edition takes nothing from anybody.
 */
export function earliestMonth(document: ProgramDocument, latest: PublishedEdition | undefined, now: number): string {
  if (!latest) return formatMonth(monthOf(now, isTimeZone(document.timeZone) ? document.timeZone : 'UTC'))
  const { noticeDays, timeZone } = latest.document
  const notice = Math.min(Math.max(noticeDays, document.noticeDays, 0), MOST_NOTICE_DAYS)
  const announced = now + Math.max(SETTLING_MS, notice * DAY_MS)
  return formatMonth(Math.max(firstAfter(announced, timeZone), parseMonth(latest.effectiveFrom) + 1))
}

/** The first month that begins after an instant (epoch milliseconds). */
const firstAfter = (instant: number, timeZone: string): Month => monthOf(instant, timeZone) + 1
