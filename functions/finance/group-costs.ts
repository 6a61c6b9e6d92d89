import type { CostTotal } from '#ledger/cost-entry.ts'
import { addSums, type CostSums, NO_SUMS } from '#ledger/cost-sums.ts'
import type { Dimension } from './costs-routes.ts'

/** One part of a grouping: which one it is, and what it comes to. */
export interface CostGroup {
  readonly place: Readonly<Partial<Pick<CostTotal, Dimension>>>
  readonly sums: CostSums
}

/** Adds totals up. Throws a RangeError for sums beyond 2^53 − 1. */
export function sumOf(totals: Iterable<CostSums>): CostSums {
  let sums = NO_SUMS
  for (const total of totals) sums = plus(sums, total)
  return sums
}

/**
 * Parts totals by some of what they can be told apart by, sorted by it; text by its code units. Over any grouping the
 * parts come to the whole, exactly (trust.md, I10). Without any there is one part, or none where there are no totals.
 */
export function groupCosts(totals: Iterable<CostTotal>, by: readonly Dimension[]): readonly CostGroup[] {
  const groups = new Map<string, CostGroup>()
  for (const total of totals) {
    const key = JSON.stringify(by.map((dimension) => total[dimension]))
    const group = groups.get(key)
    const sums = plus(group?.sums ?? NO_SUMS, total)
    groups.set(key, { place: group?.place ?? placeOf(total, by), sums })
  }
  return [...groups.values()].sort((one, other) => compare(one, other, by))
}

/** What the totals are narrowed to; whatever is left out is not asked about. */
export type CostFilter = { readonly [D in Exclude<Dimension, 'month'>]?: CostTotal[D] | undefined }

/** Whether an entry or a total is among what is asked about. */
export function isAsked(place: Pick<CostTotal, keyof CostFilter>, filter: CostFilter): boolean {
  const { perk = place.perk, tier = place.tier, edition = place.edition, source = place.source } = filter
  return place.perk === perk && place.tier === tier && place.edition === edition && place.source === source
}

export const costOf = ({ accruedMinor, trueUpMinor }: CostSums): number => exact(accruedMinor + trueUpMinor)

function plus(one: CostSums, other: CostSums): CostSums {
  const sums = addSums(one, other)
  exact(sums.accruedMinor)
  exact(sums.trueUpMinor)
  return sums
}

function exact(sum: number): number {
  if (Number.isSafeInteger(sum)) return sum
  throw new RangeError('The costs add up to more than 2^53 − 1 minor units.')
}

const placeOf = (total: CostTotal, by: readonly Dimension[]): CostGroup['place'] =>
  Object.fromEntries(by.map((dimension) => [dimension, total[dimension]]))

function compare(one: CostGroup, other: CostGroup, by: readonly Dimension[]): number {
  for (const dimension of by) {
    const [mine = '', theirs = ''] = [one.place[dimension], other.place[dimension]]
    if (mine !== theirs) return mine < theirs ? -1 : 1
  }
  return 0
}
