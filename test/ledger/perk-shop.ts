import type { LedgerOptions } from '#ledger/open-ledger.ts'
import type { RedemptionRequest } from '#ledger/redemption.ts'
import type { PerkDocument, ProgramCosts, PublishedEdition } from '#program/document.ts'
import { enrolment, purchase } from './events.ts'
import { type FreshLedger, freshLedger } from './fresh-ledger.ts'

/** A perk by what matters here; everyone has it unless terms say otherwise. */
export const perk = (id: string, terms: PerkDocument['terms'], worth = '5.00'): PerkDocument => ({
  ...{ id, name: id, kind: 'service', worth },
  terms,
})

export const PERKS: readonly PerkDocument[] = [
  perk('coffee', { member: {} }, '2.50'),
  perk('wrap', { member: { limit: { count: 2, per: 'month' } }, silver: { limit: { count: 3, per: 'month' } } }),
  perk('lounge', { silver: { limit: { count: 1, per: 'year' } } }, '18.00'),
  perk('delivery', { member: { over: '50.00' }, silver: {} }, '4.95'),
  perk('hem', { member: { categories: ['suits'] } }),
  perk('sample', { member: { limit: { count: 2, per: 'order' } } }),
]

export const COSTS: ProgramCosts = {
  coffee: { unit: '0.40' },
  wrap: { unit: '1.15' },
  lounge: { unit: '9.50' },
  delivery: { unit: '3.20' },
}

export const edition = (number: number, effectiveFrom: string, perks = PERKS): PublishedEdition => ({
  edition: number,
  effectiveFrom,
  publishedAt: '2025-11-18T09:00:00Z',
  document: {
    ...{ id: 'rewards', name: 'Rewards', currency: 'GBP', timeZone: 'Europe/London', noticeDays: 30 },
    qualification: { period: 'sliding', months: 12, keep: 1, softLanding: true },
    standards: [],
    tiers: [
      { id: 'member', name: 'Member' },
      { id: 'silver', name: 'Silver', qualify: [{ spend: '250.00' }, { plan: 'plus' }] },
    ],
    perks,
  },
})

/** A shop with one edition and two members: m-1 is of the first tier, m-2 is Silver. */
export async function perkShop(options: Partial<LedgerOptions> = {}): Promise<FreshLedger> {
  const fresh = await freshLedger(options)
  await fresh.ledger.publish(edition(1, '2026-01'), COSTS)
  await fresh.ledger.record([enrolment('e-1'), purchase('rich', { subject: 'm-2', amountMinor: 30_000 })])
  return fresh
}

/** A request of member m-1 for a coffee, with whatever the test cares about; the key must be given. */
export const asks = (key: string, rest: Partial<Omit<RedemptionRequest, 'key'>> = {}): RedemptionRequest => ({
  ...{ key, sender: 'till-1', member: 'm-1', perk: 'coffee', basket: null },
  ...rest,
})
