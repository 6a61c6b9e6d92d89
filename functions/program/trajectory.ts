import type { Edition } from './edition.ts'
import type { Counted } from './measures.ts'
import type { Month } from './month.ts'
import { keepOf, liftOf, type NextStep } from './next-step.ts'
import { type Standing, standing } from './standing.ts'
import type { MemberSums } from './sums.ts'
import { type Life, lifeOf, timeline } from './timeline.ts'
import { windowStart } from './window.ts'

/** What the next twelve months bring if nothing more is bought, and the least that would change it. */
export interface Trajectory {
  readonly now: Standing
  readonly months: readonly TrajectoryMonth[]
  readonly keep: NextStep | null
  readonly lift: NextStep | null
}

/** The first instant of a month. */
export interface TrajectoryMonth {
  readonly month: Month
  readonly edition: Edition
  readonly rank: number
  /** What counted at the end of the month before and counts no longer. */
  readonly dropsOff: Counted
}

const MONTHS_AHEAD = 12

/** The trajectory from an instant (epoch milliseconds); arguments as for `standing`. */
export function trajectory(sums: MemberSums, editions: readonly Edition[], asOf: number): Trajectory {
  const now = standing(sums, editions, asOf)
  const life = lifeOf(sums, now.month)
  return {
    now,
    months: monthsAfter(life, editions, now.month),
    keep: keepOf(life, editions, now),
    lift: liftOf(life, editions, now),
  }
}

function monthsAfter(life: Life, editions: readonly Edition[], month: Month): TrajectoryMonth[] {
  const months: TrajectoryMonth[] = []
  let before: Counted | null = null
  for (const stretch of timeline(life, editions)) {
    if (stretch.begins !== null || stretch.month < month) continue
    const { qualification } = stretch.edition
    const counts = life.measures.between(windowStart(qualification, stretch.month, life.joined), stretch.month)
    if (before) {
      const { edition, rank } = stretch
      months.push({ month: stretch.month, edition, rank, dropsOff: less(before, counts) })
    }
    before = counts
    if (months.length === MONTHS_AHEAD) break
  }
  return months
}

/** What is gone; where the rules changed and the window grew, nothing is. */
const less = (before: Counted, after: Counted): Counted => ({
  spendMinor: Math.max(0, before.spendMinor - after.spendMinor),
  orders: Math.max(0, before.orders - after.orders),
  units: Math.max(0, before.units - after.units),
})
