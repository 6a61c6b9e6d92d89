import type { CostPlace, CostTotal } from './cost-entry.ts'
import { addSums } from './cost-sums.ts'

/** The month and place of a total, as one string. */
export const totalKey = ({ month, perk, tier, edition, source }: CostPlace & Pick<CostTotal, 'month'>): string =>
  JSON.stringify([month, perk, tier, edition, source])

/** Totals of the same month and place made one, by `totalKey`. */
export function sumTotals(totals: Iterable<CostTotal>): ReadonlyMap<string, CostTotal> {
  const sums = new Map<string, CostTotal>()
  for (const total of totals) {
    const key = totalKey(total)
    const sum = sums.get(key)
    sums.set(key, sum ? plus(sum, total) : total)
  }
  return sums
}

const plus = (one: CostTotal, other: CostTotal): CostTotal => ({ ...one, ...addSums(one, other) })
