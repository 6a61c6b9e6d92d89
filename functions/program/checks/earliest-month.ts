import type { ProgramDocument } from '../document.ts'
import { formatMonth, type Month, parseMonth } from '../month.ts'
import { dayOf, isTimeZone, monthOf } from '../zone.ts'
import { takenAway } from './taken-away.ts'

/** How long before it takes effect an edition must be published, so that every copy of the program is right. */
export const SETTLING_MS = 10 * 60_000

const DAY_MS = 86_400_000

/** What is to be published, when, and after what. */
export interface Publishable {
  readonly document: ProgramDocument
  /** The edition that would be in force without it; null when there is none. */
  readonly before: ProgramDocument | null
  /** The edition in force when it is published, where that is an earlier one than `before`: its notice is promised too. */
  readonly inForce?: ProgramDocument | null
  /** Epoch milliseconds. */
  readonly publishedAt: number
  /** Whether it is the first edition of all, which may start in the past. */
  readonly isFirst: boolean
  /** The latest month in which a published edition takes effect ("2027-03"); null when there is none. */
  readonly latestEffectiveFrom: string | null
}

/** The first month for which a document could be published, "2027-03": after the others, in time, and with its notice. */
export function earliestMonth(publishable: Publishable): string {
  if (publishable.isFirst) return formatMonth(monthOf(publishable.publishedAt, zoneOf(publishable)))
  const month = soonestMonth(publishable)
  const isTaking = publishable.before !== null && takenAway(publishable.before, publishable.document).length > 0
  return formatMonth(isTaking ? Math.max(month, noticeMonth(publishable)) : month)
}

/** The first month that is late enough when nothing is taken away. */
export function soonestMonth(publishable: Publishable): Month {
  const { publishedAt, latestEffectiveFrom } = publishable
  const settled = monthOf(publishedAt + SETTLING_MS, zoneOf(publishable)) + 1
  return latestEffectiveFrom === null ? settled : Math.max(settled, parseMonth(latestEffectiveFrom) + 1)
}

/**
 * The first month with the days of notice before it: whole days in the program's zone, that of publication not counted.
 * It is the notice that customers were promised, so a document that promises a shorter one gains nothing by it yet.
 */
export function noticeMonth(publishable: Publishable): Month {
  const { publishedAt } = publishable
  const timeZone = zoneOf(publishable)
  const today = Date.parse(`${dayOf(publishedAt, timeZone)}T00:00:00Z`)
  let month = monthOf(publishedAt, timeZone) + 1
  const daysUntil = () => (Date.parse(`${formatMonth(month)}-01T00:00:00Z`) - today) / DAY_MS
  while (daysUntil() <= noticeDays(publishable)) month++
  return month
}

/** Days of notice that were promised. */
export function noticeDays({ before, inForce }: Publishable): number {
  return Math.max(before?.noticeDays ?? 0, inForce?.noticeDays ?? 0)
}

/** A program keeps its zone for ever; the first document may name one that is none, which other checks report. */
function zoneOf({ document, before }: Publishable): string {
  const timeZone = before?.timeZone ?? document.timeZone
  return isTimeZone(timeZone) ? timeZone : 'UTC'
}
