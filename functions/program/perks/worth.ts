import { decide } from './decide.ts'
import type { YearOrder } from './habits.ts'
import type { Perk } from './perk.ts'
import { afterUse, type Uses } from './uses.ts'

/** What the perks of a tier are worth over a year of orders. */
export interface YearlyWorth {
  /** Every perk of the program, in its order; those the tier does not have are used 0 times. */
  readonly perks: readonly PerkWorth[]
  /** Minor units. */
  readonly totalMinor: number
}

export interface PerkWorth {
  readonly perk: Perk
  /** In the year. */
  readonly uses: number
  /** Uses times what one is worth, minor units. */
  readonly worthMinor: number
}

/**
 * What the perks of a tier (by rank) are worth over a year of orders (in order of time), to someone who uses each perk once
 * with every order that has it. Every use is decided as the till decides it.
 */
export function yearlyWorth(
  perks: readonly Perk[],
  rank: number,
  orders: readonly YearOrder[],
  timeZone: string,
): YearlyWorth {
  const worths = perks.map((perk) => {
    const uses = usesOver(perk, rank, orders, timeZone)
    return { perk, uses, worthMinor: uses * perk.worthMinor }
  })
  return { perks: worths, totalMinor: worths.reduce((sum, { worthMinor }) => sum + worthMinor, 0) }
}

function usesOver(perk: Perk, rank: number, orders: readonly YearOrder[], timeZone: string): number {
  const terms = perk.terms[rank]
  if (!terms) return 0
  let uses: Uses | null = null
  let count = 0
  for (const { at, amountMinor, isCovered } of orders) {
    const categories = isCovered ? (terms.categories ?? []) : []
    const decision = decide(perk, { rank, uses, timeZone }, { amountMinor, categories, usedInOrder: 0 }, at)
    if (!decision.entitled) continue
    count++
    // Nobody asks how often a perk without a limit was used, and counting takes longest.
    if (terms.limit) uses = afterUse(uses, at, timeZone)
  }
  return count
}
