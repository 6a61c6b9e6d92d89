import type { Edition } from './edition.ts'
import { type Measures, measuresOf } from './measures.ts'
import type { Month } from './month.ts'
import type { Heir } from './succession.ts'
import type { MemberSums, PlanSpan } from './sums.ts'
import { type Earning, type Landing, type MonthHeld, planOf, walk } from './walk.ts'
import { startOfMonth } from './zone.ts'

/** A stretch of time, within one month, over which one tier is held. */
export interface Stretch {
  readonly month: Month
  /** Epoch milliseconds; null for the start of the month. */
  readonly begins: number | null
  readonly edition: Edition
  /** What becomes of the tiers of the stretch before; null where the edition did not change. */
  readonly heirs: readonly Heir[] | null
  readonly rank: number
  readonly grounds: Grounds
}

/** Why a tier is held over a stretch. */
export type Grounds =
  | { readonly by: 'everyone' }
  | { readonly by: 'earning'; readonly earning: Earning }
  | { readonly by: 'landing'; readonly landing: Landing }
  /** A running plan, by itself or together with measures that were true in the earning's month. */
  | { readonly by: 'plan'; readonly plan: string; readonly earning: Earning | null }

/** What a member's timeline is made of, prepared once. */
export interface Life {
  readonly measures: Measures
  readonly plans: readonly PlanSpan[]
  /** The month of the first event, or the one asked about when there is none. */
  readonly first: Month
  /** The month from which anniversary periods count. */
  readonly joined: Month
}

/** Prepares a member's sums for a question about `month`, which is the first one of a member without events. */
export function lifeOf(sums: MemberSums, month: Month): Life {
  const first = Math.min(sums.firstMonth ?? month, month)
  return { measures: measuresOf(sums), plans: sums.plans, first, joined: sums.joinedMonth ?? sums.firstMonth ?? first }
}

/** Whether any span of the plan covers the instant: its end is no longer part of it. */
export function planRuns(plans: readonly PlanSpan[], plan: string, at: number): boolean {
  return plans.some((span) => span.plan === plan && span.from <= at && at < span.until)
}

/** The tiers a member holds from the first event on, without end, if nothing more happens. */
export function* timeline(life: Life, editions: readonly Edition[]): Generator<Stretch, never> {
  const held = walk(editions, life.measures, life.first, life.joined)
  for (;;) {
    const month = held.next().value
    if (life.plans.length === 0) {
      yield stretchOf(month, null, month.heirs, earnedGrounds(month))
      continue
    }
    yield stretchOf(
      month,
      null,
      month.heirs,
      groundsAt(month, life.plans, startOfMonth(month.month, month.edition.timeZone)),
    )
    for (const at of boundariesWithin(month, life.plans)) {
      yield stretchOf(month, at, null, groundsAt(month, life.plans, at))
    }
  }
}

interface Ranked {
  readonly rank: number
  readonly grounds: Grounds
}

function stretchOf(held: MonthHeld, begins: number | null, heirs: readonly Heir[] | null, ranked: Ranked): Stretch {
  return { month: held.month, begins, edition: held.edition, heirs, rank: ranked.rank, grounds: ranked.grounds }
}

function earnedGrounds(held: MonthHeld): Ranked {
  const { rank, landing } = held
  if (landing) return { rank, grounds: { by: 'landing', landing } }
  const earning = held.earnings[rank]
  return { rank, grounds: rank > 0 && earning ? { by: 'earning', earning } : { by: 'everyone' } }
}

/** The higher of what is held and what a running plan gives; what is held where they are the same. */
function groundsAt(held: MonthHeld, plans: readonly PlanSpan[], at: number): Ranked {
  let best = earnedGrounds(held)
  held.edition.tiers.forEach((tier, rank) => {
    if (rank <= best.rank) return
    const plan = tier.rows
      .filter((row) => row.length === 1)
      .map(planOf)
      .find((id) => id !== null && planRuns(plans, id, at))
    if (plan) best = { rank, grounds: { by: 'plan', plan, earning: null } }
  })
  for (const earning of held.withPlan) {
    if (earning.rank < best.rank || !planRuns(plans, earning.plan, at)) continue
    const isBetter = earning.rank > best.rank || isLater(earning, best.grounds)
    if (isBetter) best = { rank: earning.rank, grounds: { by: 'plan', plan: earning.plan, earning } }
  }
  return best
}

const isLater = (earning: Earning, grounds: Grounds) =>
  grounds.by === 'plan' && grounds.earning !== null && earning.through >= grounds.earning.through

/** The instants within a month, after its start, at which a plan begins or ends. */
function boundariesWithin({ month, edition }: MonthHeld, plans: readonly PlanSpan[]): number[] {
  const start = startOfMonth(month, edition.timeZone)
  const end = startOfMonth(month + 1, edition.timeZone)
  const instants = new Set<number>()
  for (const { from, until } of plans) {
    for (const at of [from, until]) if (at > start && at < end) instants.add(at)
  }
  return [...instants].sort((one, other) => one - other)
}
