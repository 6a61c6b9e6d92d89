import fc from 'fast-check'
import type { CostTotal } from '#ledger/cost-entry.ts'
import { parseMonth } from '#program/month.ts'

/** A total, with whatever the test cares about. */
export const total = (rest: Partial<CostTotal> & { readonly in?: string } = {}): CostTotal => {
  const { in: text = '2026-05', ...over } = rest
  return {
    ...{ month: parseMonth(text), perk: 'lounge', tier: 'gold', edition: 2, source: 'till' },
    ...{ entries: 1, uses: 1, accruedMinor: 950, trueUpMinor: 0 },
    ...over,
  }
}

const minor = fc.integer({ min: -1e9, max: 1e9 })

/** Totals of a few places and months, with any sums. */
export const totals: fc.Arbitrary<CostTotal[]> = fc.array(
  fc.record({
    month: fc.integer({ min: parseMonth('2025-11'), max: parseMonth('2026-02') }),
    perk: fc.constantFrom('a', 'b', '"', 'a,b', '__proto__', ''),
    tier: fc.constantFrom('gold', 'silver', 'constructor'),
    edition: fc.integer({ min: 1, max: 3 }),
    source: fc.constantFrom('till', 'shop', '😀', '～'),
    entries: fc.integer({ min: 1, max: 1000 }),
    uses: fc.integer({ min: -1000, max: 1000 }),
    accruedMinor: minor,
    trueUpMinor: minor,
  }),
  { maxLength: 30 },
)
