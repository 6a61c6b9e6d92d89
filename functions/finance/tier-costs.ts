import type { CostTotal, Period } from '#ledger/cost-entry.ts'
import { type CostSums, NO_SUMS } from '#ledger/cost-sums.ts'
import type { Census } from './census.ts'
import { costOf, groupCosts } from './group-costs.ts'
import { percentOf, perEach } from './half-up.ts'

/** What a tier cost, beside what its holders bought. Amounts are minor units. */
export interface TierCost {
  readonly tier: string
  readonly members: number
  readonly active: number
  readonly spendMinor: number
  readonly uses: number
  readonly costMinor: number
  /** Half up; null where nobody was active. */
  readonly perActiveMinor: number | null
  readonly perUseMinor: number | null
  /** Percent, half up to one decimal; null where nothing was spent. */
  readonly shareOfSpend: number | null
}

/**
 * Every tier that cost something or was held in the period: those of `ladder` first and in its order, then those that older
 * editions had. The costs come to those of the period, exactly.
 */
export function tierCosts(
  totals: readonly CostTotal[],
  { held, activity }: Census,
  lastMonth: Period['to'],
  ladder: readonly string[],
): readonly TierCost[] {
  const sums = new Map(groupCosts(totals, ['tier']).map(({ place, sums: of }) => [place.tier ?? '', of]))
  const members = held.get(lastMonth)
  const others = new Set([...sums.keys(), ...activity.keys(), ...(members?.keys() ?? [])])
  for (const tier of ladder) others.delete(tier)
  return [...ladder, ...[...others].sort()].map((tier) => {
    const bought = activity.get(tier)
    return tierCost(
      tier,
      members?.get(tier) ?? 0,
      bought?.members ?? 0,
      bought?.spendMinor ?? 0,
      sums.get(tier) ?? NO_SUMS,
    )
  })
}

/** All tiers together. `active` is told, as somebody can have been active under two of them. */
export function allTiers(items: readonly TierCost[], active: number): Omit<TierCost, 'tier' | 'perUseMinor'> {
  const sum = (of: (item: TierCost) => number) => items.reduce((all, item) => all + of(item), 0)
  const [spendMinor, costMinor] = [sum((item) => item.spendMinor), sum((item) => item.costMinor)]
  return {
    ...{ members: sum((item) => item.members), active, spendMinor, uses: sum((item) => item.uses), costMinor },
    ...{ perActiveMinor: perEach(costMinor, active), shareOfSpend: percentOf(costMinor, spendMinor) },
  }
}

function tierCost(tier: string, members: number, active: number, spendMinor: number, sums: CostSums): TierCost {
  const costMinor = costOf(sums)
  return {
    ...{ tier, members, active, spendMinor, uses: sums.uses, costMinor },
    ...{ perActiveMinor: perEach(costMinor, active), perUseMinor: perEach(costMinor, sums.uses) },
    shareOfSpend: percentOf(costMinor, spendMinor),
  }
}
