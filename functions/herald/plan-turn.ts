import type { Edition } from '#program/edition.ts'
import type { Month } from '#program/month.ts'
import { standing } from '#program/standing.ts'
import type { MemberSums } from '#program/sums.ts'
import { startOfMonth } from '#program/zone.ts'
import type { MemberWrite } from './member-write.ts'
import { type TierChange, tierChangeOf } from './tier-change.ts'

/**
 * The instants (epoch milliseconds) after a write at which a paid plan of the member begins or ends, as far as it was the
 * write that said so: a tier may change then with nothing written, in the middle of a month.
 */
export function planTurnsIn({ at, before, after }: MemberWrite): readonly number[] {
  const known = new Set(boundariesOf(before))
  return boundariesOf(after).filter((instant) => instant > at && !known.has(instant))
}

/** The instants within a month, after its start, at which a paid plan of a member begins or ends. */
export function planTurnsWithin(sums: MemberSums, month: Month, timeZone: string): readonly number[] {
  const [start, end] = [startOfMonth(month, timeZone), startOfMonth(month + 1, timeZone)]
  return boundariesOf(sums).filter((instant) => instant > start && instant < end)
}

const boundariesOf = ({ plans }: MemberSums): number[] => [
  ...new Set(plans.flatMap(({ from, until }) => [from, until])),
]

/**
 * What an instant at which a plan began or ended changed for a member, by all that is known: a plan that was renewed
 * meanwhile changed nothing. Null where the tier is the same.
 */
export function planTurnOf(
  member: string,
  sums: MemberSums,
  editions: readonly Edition[],
  instant: number,
): TierChange | null {
  if (editions.length === 0) return null
  const [before, after] = [standing(sums, editions, instant - 1), standing(sums, editions, instant)]
  return tierChangeOf(before, after, { member, because: 'plan' })
}
