import { formatMonth } from '../month.ts'
import type { MemberSums } from '../sums.ts'
import type { Comparison } from './comparison.ts'
import { decideAgain, type PastUse } from './decide-again.ts'
import { type Forecast, forecastOf, type Move } from './forecast.ts'
import { type Count, type Tally, tallied } from './tally.ts'
import { withinReach } from './within-reach.ts'

/** What a draft would do to one member, and what that adds to the whole. */
export interface MemberImpact {
  readonly move: Move | null
  readonly tally: Tally
}

/** The impact on a member with these sums, and these uses in the twelve months before (ascending by instant). */
export function memberImpact(sums: MemberSums, uses: readonly PastUse[], comparison: Comparison): MemberImpact {
  const forecast = forecastOf(sums, comparison)
  const { move } = forecast
  const counts = [
    ...tierCounts(sums, forecast, comparison),
    ...useCounts(sums, uses, comparison),
    ...holderCounts(forecast, comparison),
    ...(move ? [['move', formatMonth(move.month), move.direction, move.reason] as const] : []),
  ]
  const costs = uses.map(({ perk, tier, costMinor }) => [['cost', perk, tier] as const, costMinor] as const)
  return { move, tally: tallied([...counts.map((count) => [count, 1] as const), ...costs]) }
}

function tierCounts(sums: MemberSums, forecast: Forecast, { latest, draft, month }: Comparison): Count[] {
  const [before, after] = [forecast.without[0] ?? 0, forecast.with[0] ?? 0]
  const [from, to] = [latest.tiers[before]?.id ?? '', draft.tiers[after]?.id ?? '']
  const reachBefore = withinReach(sums, latest, before, month)
  const reachAfter = withinReach(sums, draft, after, month)
  return [
    ['members'],
    ['held', 'without', from],
    ['held', 'with', to],
    ['flow', from, to],
    ...(reachBefore === null ? [] : [['reach', 'without', reachBefore] as const]),
    ...(reachAfter === null ? [] : [['reach', 'with', reachAfter] as const]),
  ]
}

function useCounts(sums: MemberSums, uses: readonly PastUse[], comparison: Comparison): Count[] {
  if (uses.length === 0) return []
  return [
    ...uses.map(({ perk, tier }) => ['uses', 'without', perk, tier] as const),
    ...decideAgain(sums, uses, comparison).map(({ perk, tier }) => ['uses', 'with', perk, tier] as const),
  ]
}

/** The perks that the member has only with the draft, on the day it takes effect. */
function holderCounts(forecast: Forecast, { draft, draftPerks, latestPerks }: Comparison): Count[] {
  const [before, after] = [forecast.without[0] ?? 0, forecast.with[0] ?? 0]
  const tier = draft.tiers[after]?.id ?? ''
  return [...draftPerks.values()]
    .filter(({ id, terms }) => terms[after] && !latestPerks.get(id)?.terms[before])
    .map(({ id }) => ['holders', id, tier] as const)
}
