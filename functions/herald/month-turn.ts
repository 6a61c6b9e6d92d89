import type { Edition } from '#program/edition.ts'
import { heldAt } from '#program/impact/held-in.ts'
import type { Month } from '#program/month.ts'
import { standing } from '#program/standing.ts'
import type { MemberSums } from '#program/sums.ts'
import { monthOf, startOfMonth } from '#program/zone.ts'
import { type TierChange, tierChangeOf } from './tier-change.ts'

const HOUR_MS = 3_600_000

/** The month that began within the hour before an instant (epoch milliseconds), in the program's zone; null: none did. */
export function monthBegunBefore(instant: number, timeZone: string): Month | null {
  const month = monthOf(instant, timeZone)
  return instant - startOfMonth(month, timeZone) < HOUR_MS ? month : null
}

/**
 * What the turn of a month changed for a member: the standing at its first instant, beside the one at the instant before.
 * What has been reported for that month since is left out, because it is told by itself. Null where the tier is the same,
 * and for those who were not there yet.
 */
export function turnOf(
  member: string,
  sums: MemberSums,
  editions: readonly Edition[],
  month: Month,
): TierChange | null {
  const then = sumsWhenBegan(sums, month)
  const [first] = editions
  if (!first || then.firstMonth === null) return null
  const start = startOfMonth(month, first.timeZone)
  const [was, is] = heldAt(then, editions, [start - 1, start])
  const isSameEdition = !editions.some(({ effectiveFrom }) => effectiveFrom === month)
  // Nearly all stay where they are, and the whole standing is worked out for the others alone.
  if (was === is && isSameEdition) return null
  const [lately, now] = [standing(then, editions, start - 1), standing(then, editions, start)]
  return tierChangeOf(lately, now, { member, because: 'month' })
}

/** The sums without what counts in a month or later: as they stood when it began. */
export function sumsWhenBegan(sums: MemberSums, month: Month): MemberSums {
  const isPast = (one: { readonly month: Month }) => one.month < month
  const pastOrNull = (one: Month | null) => (one !== null && one < month ? one : null)
  return {
    months: sums.months.filter(isPast),
    balances: sums.balances.filter(isPast),
    plans: sums.plans,
    firstMonth: pastOrNull(sums.firstMonth),
    joinedMonth: pastOrNull(sums.joinedMonth),
  }
}
