import type { Month } from '#program/month.ts'
import type { CostEntry } from './cost-entry.ts'
import type { Redemption, Reversal } from './redemption.ts'

/** A use as finance books it: at its own instant, at its edition's unit cost. */
export function useEntry(use: Redemption, monthOf: (time: number) => Month): CostEntry {
  const { id, at, member, perk, tier, edition, sender, basket, worthMinor, costMinor } = use
  return {
    ...{ id, kind: 'use', bookedAt: at, month: monthOf(at), member, perk, tier, edition, source: sender },
    ...{ redemption: id, usedAt: at, order: basket?.order ?? null, basketMinor: basket?.amountMinor ?? null },
    ...{ worthMinor, costMinor, invoice: null },
  }
}

/** A use taken back: exactly its negative (trust.md, I10), in the month in which it was taken back. */
export function reversalEntry(reversal: Reversal, monthOf: (time: number) => Month): CostEntry {
  const { id, at, member, perk, tier, edition, source, redemption, usedAt, order, costMinor } = reversal
  return {
    ...{ id, kind: 'reversal', bookedAt: at, month: monthOf(at), member, perk, tier, edition, source, redemption },
    ...{
      usedAt,
      order,
      basketMinor: null,
      worthMinor: null,
      costMinor: costMinor === 0 ? 0 : -costMinor,
      invoice: null,
    },
  }
}
