import { type Edition, editionIn, type Row } from './edition.ts'
import type { Measures } from './measures.ts'
import type { Month } from './month.ts'
import { isTrue } from './row.ts'
import { type Heir, heirsOf } from './succession.ts'
import { keptThrough, windowStart } from './window.ts'

/** A month in which a row was true: what earns a tier, and for how long. */
export interface Earning {
  readonly month: Month
  readonly edition: Edition
  readonly row: Row
  /** The last month through which it is kept. */
  readonly through: Month
}

/** A tier kept on the way down: one step, for as many months as the edition's period has. */
export interface Landing {
  /** The id of the tier from which the step down was taken. */
  readonly from: string
  readonly began: Month
  readonly through: Month
  /** What had earned the tier above; null when nothing is known of it. */
  readonly earlier: Earning | null
}

/** What is held in a month, plans left aside. */
export interface MonthHeld {
  readonly month: Month
  readonly edition: Edition
  /** What becomes of the tiers of the month before; null where the edition did not change. */
  readonly heirs: readonly Heir[] | null
  readonly rank: number
  readonly landing: Landing | null
  /** Per rank the latest earning of a row without a plan, as carried to this edition. It may be over by now. */
  readonly earnings: readonly (Earning | null)[]
  /** Rows with a plan and measures whose measures were true: they hold while that plan runs. */
  readonly withPlan: readonly PlanEarning[]
}

export interface PlanEarning extends Earning {
  readonly rank: number
  readonly plan: string
}

/**
 * Walks the months from `first`, without end, holding a rank (standing.md, "Keeping a tier"). The answer for a month never
 * changes what is answered for an earlier one.
 */
export function* walk(
  editions: readonly Edition[],
  measures: Measures,
  first: Month,
  joined: Month,
): Generator<MonthHeld, never> {
  let edition = editionIn(editions, first)
  let earnings: (Earning | null)[] = edition.tiers.map(() => null)
  let withPlan: PlanEarning[] = []
  let rank = 0
  let landing: Landing | null = null

  for (let month = first; ; month++) {
    const inForce = editionIn(editions, month)
    const heirs = inForce === edition ? null : heirsOf(edition, inForce)
    if (heirs) {
      earnings = carryEarnings(earnings, heirs, inForce)
      withPlan = carryPlanEarnings(withPlan, heirs)
      rank = heirs[rank] ?? 0
      edition = inForce
    }
    const { qualification } = edition
    const through = keptThrough(qualification, month, joined)
    const from = windowStart(qualification, month, joined)
    earnings = [...earnings]
    withPlan = withPlan.filter((earning) => earning.through >= month)
    edition.tiers.forEach((tier, tierRank) => {
      for (const row of tier.rows) {
        const plan = planOf(row)
        if (plan !== null && row.length === 1) continue
        if (!isTrue(row, measures, from, month)) continue
        const earning = { month, edition, row, through }
        if (plan !== null) withPlan.push({ ...earning, rank: tierRank, plan })
        else earnings[tierRank] = longer(earnings[tierRank] ?? null, earning)
      }
    })
    const earned = highestKept(earnings, month)
    const held = month === first ? earned : rank
    if (earned >= held) {
      rank = earned
      landing = null
    } else if (landing && month <= landing.through) {
      rank = held
    } else if (qualification.softLanding && held - 1 > earned) {
      rank = held - 1
      const end: Month = month + qualification.months - 1
      landing = { from: edition.tiers[held]?.id ?? '', began: month, through: end, earlier: earnings[held] ?? null }
    } else {
      rank = earned
      landing = null
    }
    yield { month, edition, heirs, rank, landing, earnings, withPlan }
  }
}

/** The plan a row asks for; null for a row without one. */
export function planOf(row: Row): string | null {
  for (const need of row) if (need.measure === 'plan') return need.plan
  return null
}

function highestKept(earnings: readonly (Earning | null)[], month: Month): number {
  for (let rank = earnings.length - 1; rank > 0; rank--) {
    const earning = earnings[rank]
    if (earning && earning.through >= month) return rank
  }
  return 0
}

/** Of two earnings of one tier the one that lasts longer; of equals the later, which was just made. */
const longer = (before: Earning | null, after: Earning) => (before && before.through > after.through ? before : after)

function carryEarnings(earnings: readonly (Earning | null)[], heirs: readonly Heir[], edition: Edition) {
  const carried: (Earning | null)[] = edition.tiers.map(() => null)
  earnings.forEach((earning, rank) => {
    const heir = heirs[rank]
    if (earning && heir !== null && heir !== undefined) carried[heir] = longer(carried[heir] ?? null, earning)
  })
  return carried
}

function carryPlanEarnings(earnings: readonly PlanEarning[], heirs: readonly Heir[]): PlanEarning[] {
  return earnings.flatMap((earning) => {
    const heir = heirs[earning.rank]
    return heir === null || heir === undefined ? [] : [{ ...earning, rank: heir }]
  })
}
