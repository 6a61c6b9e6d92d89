import type { Edition } from '../edition.ts'
import type { Month } from '../month.ts'
import { rowProgress } from '../row.ts'
import type { MemberSums } from '../sums.ts'
import { lifeOf, planRuns } from '../timeline.ts'
import { startOfMonth } from '../zone.ts'

/** From here on a tier is within reach. */
export const REACH_PERCENT = 80

/**
 * The tier above a rank, if on the first instant of a month at least one of its rows is at {@link REACH_PERCENT} or more, as
 * a standing's progress says it (rounded down); else null.
 */
export function withinReach(sums: MemberSums, edition: Edition, rank: number, month: Month): string | null {
  const above = edition.tiers[rank + 1]
  if (!above) return null
  const { measures, plans, joined } = lifeOf(sums, month)
  const at = startOfMonth(month, edition.timeZone)
  const { qualification } = edition
  const context = { measures, qualification, joined, month, runs: (plan: string) => planRuns(plans, plan, at) }
  return above.rows.some((row) => rowProgress(row, context).percent >= REACH_PERCENT) ? above.id : null
}
