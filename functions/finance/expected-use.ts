import { firstDayOf, lastDayOf, monthOfDay, monthOfYear } from '#program/month.ts'
import type { Limit } from '#program/perks/perk.ts'
import { nextWindowDay, windowDay } from '#program/perks/span.ts'
import { dayOf } from '#program/zone.ts'
import { daysBetween, plusDays } from './calendar-days.ts'
import type { Fraction, PastUse } from './past-use.ts'

/** How much of a window remains, in days, today included. */
export interface Remaining {
  readonly left: number
  readonly of: number
  /** The last day of the window; null for the twelve months to come, over which a limit for ever is looked at. */
  readonly until: string | null
}

const YEAR_TO_COME: Remaining = { left: 1, of: 1, until: null }

/** Of the window that a limit is counted in; without one, of the calendar year. */
export function remaining(limit: Limit | null, at: number, timeZone: string): Remaining {
  const today = dayOf(at, timeZone)
  if (limit?.per === 'ever') return YEAR_TO_COME
  if (limit && limit.per !== 'order') {
    const until = plusDays(nextWindowDay(limit.per, at, timeZone), -1)
    return daysLeft(windowDay(limit.per, at, timeZone), today, until)
  }
  const january = monthOfDay(today) - (monthOfYear(monthOfDay(today)) - 1)
  return daysLeft(firstDayOf(january), today, lastDayOf(january + 11))
}

const daysLeft = (from: string, today: string, until: string): Remaining => ({
  left: daysBetween(today, until) + 1,
  of: daysBetween(from, until) + 1,
  until,
})

/**
 * Uses that so many members will make in what remains, if they go on as holders did: of their allowance the share that was
 * used, or without one as many a month as then. Null where nothing is known of earlier use.
 */
export function expectedUses(
  limit: Limit | null,
  { used, memberMonths, allowed }: PastUse,
  members: number,
  { left, of }: Remaining,
): Fraction | null {
  const uses = BigInt(used) * BigInt(members) * BigInt(left)
  if (limit && allowed) {
    if (allowed.over === 0n) return null
    return { over: uses * BigInt(limit.count) * allowed.under, under: allowed.over * BigInt(of) }
  }
  return memberMonths === 0 ? null : { over: uses * 12n, under: BigInt(memberMonths) * BigInt(of) }
}
