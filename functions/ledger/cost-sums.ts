/** What an entry adds to a total, and what a total holds. Amounts are minor units; any of them can be negative. */
export interface CostSums {
  readonly entries: number
  /** Uses less reversals. */
  readonly uses: number
  readonly accruedMinor: number
  readonly trueUpMinor: number
}

export const NO_SUMS: CostSums = { entries: 0, uses: 0, accruedMinor: 0, trueUpMinor: 0 }

export const addSums = (one: CostSums, other: CostSums): CostSums => ({
  entries: one.entries + other.entries,
  uses: one.uses + other.uses,
  accruedMinor: one.accruedMinor + other.accruedMinor,
  trueUpMinor: one.trueUpMinor + other.trueUpMinor,
})
