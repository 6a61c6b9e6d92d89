import { type Edition, editionOf, type RulesSource } from '#program/edition.ts'

/** Silver for £100 and gold for £200 in this month and the one before, lost when they no longer are there. */
export const rulesFrom = (effectiveFrom: string, over: Partial<RulesSource> = {}): Edition =>
  editionOf({
    ...{ edition: 1, effectiveFrom, currency: 'GBP', timeZone: 'Etc/UTC' },
    qualification: { period: 'sliding', months: 2, keep: 0, softLanding: false },
    tiers: [
      { id: 'member', name: 'Member' },
      { id: 'silver', name: 'Silver', qualify: [{ spend: '100.00' }] },
      { id: 'gold', name: 'Gold', qualify: [{ spend: '200.00' }] },
    ],
    ...over,
  })

export const RULES: readonly Edition[] = [rulesFrom('2026-01')]
