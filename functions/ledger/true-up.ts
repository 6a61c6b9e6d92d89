import type { ActualCost } from './actual-cost.ts'
import type { Booking } from './booking.ts'
import type { CostEntry } from './cost-entry.ts'
import type { Redemption } from './redemption.ts'

/** What a true-up says beyond the use that it mends. */
export interface Correction {
  readonly id: string
  /** What it adds to the cost, in minor units. */
  readonly costMinor: number
  /** Null where a reversal is behind it and no invoice. */
  readonly invoice: Pick<ActualCost, 'source' | 'id' | 'amountMinor'> | null
}

/** The true-up of a use: in the use's own place, and in the month in which it is booked. */
export function trueUpOf(use: Redemption, { at, month }: Booking, { id, costMinor, invoice }: Correction): CostEntry {
  const { perk, tier, edition, sender, member, basket } = use
  return {
    ...{ kind: 'true-up', id, bookedAt: at, month, perk, tier, edition, source: sender, member },
    ...{ redemption: use.id, usedAt: use.at, order: basket?.order ?? null },
    ...{ basketMinor: null, worthMinor: null, costMinor },
    invoice: invoice && { source: invoice.source, id: invoice.id, amountMinor: invoice.amountMinor },
  }
}
