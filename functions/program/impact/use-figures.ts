import { countOf, countsOf, type Tally } from './tally.ts'

/** The uses of one perk in one tier in twelve months: as they were, and as the draft would have them. */
export interface UseFigures {
  readonly perk: string
  readonly tier: string
  readonly usesBefore: number
  readonly usesAfter: number
  /** As booked, minor units. */
  readonly beforeMinor: number
  /** The uses after at what finance says that one will cost, minor units. */
  readonly afterMinor: number
}

/**
 * What the uses of all members come to, per perk and tier, in no order. `unitMinor` is what one use of a perk will cost
 * (minor units; 0 where finance says nothing). Throws a RangeError above 2^53 − 1.
 */
export function useFigures(tally: Tally, unitMinor: (perk: string) => number): UseFigures[] {
  return places(tally).map(([perk, tier]) => {
    const usesAfter = countOf(tally, ['uses', 'with', perk, tier]) + addedUses(tally, perk, tier)
    const afterMinor = usesAfter * unitMinor(perk)
    if (!Number.isSafeInteger(afterMinor)) throw new RangeError(`${perk} costs more than can be counted exactly.`)
    const usesBefore = countOf(tally, ['uses', 'without', perk, tier])
    return { perk, tier, usesBefore, usesAfter, beforeMinor: countOf(tally, ['cost', perk, tier]), afterMinor }
  })
}

/**
 * What new holders of a perk would add in a year: as much as a member of that tier uses it on average, without the draft.
 * The one rounding is of the product, half up. 0 where nobody held the tier, or the tier had not the perk: nothing is known.
 */
export function addedUses(tally: Tally, perk: string, tier: string): number {
  const holders = countOf(tally, ['held', 'without', tier])
  if (holders === 0) return 0
  const newHolders = countOf(tally, ['holders', perk, tier])
  return halfUp(BigInt(newHolders) * BigInt(countOf(tally, ['uses', 'without', perk, tier])), BigInt(holders))
}

/** A fraction of what is not below 0, as a whole number: 2.5 → 3. */
const halfUp = (over: bigint, under: bigint) => Number((2n * over + under) / (2n * under))

/** Every perk and tier that has uses, or would get some. */
function places(tally: Tally): [perk: string, tier: string][] {
  const found = new Set<string>()
  for (const [[, , perk, tier]] of countsOf(tally, 'uses')) found.add(JSON.stringify([perk, tier]))
  for (const [[, perk, tier]] of countsOf(tally, 'holders')) {
    if (addedUses(tally, perk, tier) > 0) found.add(JSON.stringify([perk, tier]))
  }
  return [...found].map((text) => JSON.parse(text) as [string, string])
}
