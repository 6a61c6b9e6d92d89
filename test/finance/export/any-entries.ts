import fc from 'fast-check'
import type { CostEntry } from '#ledger/cost-entry.ts'
import { MAY, use } from './exported.ts'

/** Ids as shops make them, and as nobody should. */
const id = fc.oneof(
  fc.constantFrom('delivery', 'wrap', 'lounge', '=1+1', '-5', 'toString', '__proto__', 'a,b;"c"\r\nd'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
)
const minor = fc.integer({ min: -1_000_000, max: 1_000_000 })

const entry = fc
  .record({
    kind: fc.constantFrom('use', 'reversal', 'true-up'),
    bookedAt: fc.integer({ min: Date.UTC(2026, 4, 1), max: Date.UTC(2026, 4, 31) }),
    ...{ perk: id, tier: id, source: id, member: id, order: fc.option(id), edition: fc.constantFrom(1, 2) },
    ...{ basketMinor: fc.option(fc.nat(10_000_000)), worthMinor: fc.option(fc.nat(10_000)), costMinor: minor },
    invoice: fc.option(fc.record({ source: id, id, amountMinor: fc.nat(100_000) })),
  })
  .map((fields): Partial<CostEntry> => fields as Partial<CostEntry>)

/** Entries of May 2026 in the order of booking. */
export const anyEntries = fc
  .array(entry, { maxLength: 40 })
  .map((drafts) =>
    drafts
      .map((draft, place) => use(`r-${place}`, { ...draft, month: MAY.from }))
      .toSorted((one, other) => one.bookedAt - other.bookedAt),
  )
