import type { Edition } from '../edition.ts'
import type { Month } from '../month.ts'
import type { MemberSums } from '../sums.ts'
import { lifeOf, type Stretch, timeline } from '../timeline.ts'
import { monthOf } from '../zone.ts'

/**
 * The ranks held at the first instants of so many months from `from` on, if nothing more is bought: what `standing` says at
 * each of them, in one pass. For members of whom anything was recorded, in a month not before their first; arguments as for
 * `standing`.
 */
export function heldIn(sums: MemberSums, editions: readonly Edition[], from: Month, months: number): number[] {
  const ranks: number[] = []
  for (const { month, begins, rank } of timeline(lifeOf(sums, from), editions)) {
    if (month < from || begins !== null) continue
    ranks.push(rank)
    if (ranks.length === months) break
  }
  return ranks
}

/** The ranks held at instants (epoch milliseconds, ascending): what `standing` says at each of them, in one pass. */
export function heldAt(sums: MemberSums, editions: readonly Edition[], instants: readonly number[]): number[] {
  const [first] = instants
  const timeZone = editions[0]?.timeZone
  if (first === undefined || timeZone === undefined) return []
  const stretches = timeline(lifeOf(sums, monthOf(first, timeZone)), editions)
  let now = stretches.next().value
  let next = stretches.next().value
  return instants.map((at) => {
    const month = monthOf(at, timeZone)
    while (hasBegun(next, month, at)) {
      now = next
      next = stretches.next().value
    }
    return now.rank
  })
}

const hasBegun = ({ month, begins }: Stretch, now: Month, at: number) =>
  month < now || (month === now && (begins === null || begins <= at))
