import type { PerkDocument, ProgramDocument, PublishedEdition, QualificationTerms } from '#program/document.ts'
import { type Comparison, comparisonOf } from '#program/impact/comparison.ts'
import { parseMonth } from '#program/month.ts'
import { type MemberSums, NOTHING } from '#program/sums.ts'

const QUALIFICATION: QualificationTerms = { period: 'sliding', months: 12, keep: 1, softLanding: false }

/** Member, Silver from £250, Gold from £1,000; with whatever the test cares about. */
export const program = (rest: Partial<ProgramDocument> = {}): ProgramDocument => ({
  ...{ id: 'rewards', name: 'Rewards', currency: 'GBP', timeZone: 'Europe/London', noticeDays: 30 },
  qualification: QUALIFICATION,
  standards: [],
  tiers: ladder(),
  perks: [],
  ...rest,
})

/** The three tiers, with what Silver and Gold ask for. */
export const ladder = (silver = '250.00', gold = '1000.00'): ProgramDocument['tiers'] => [
  { id: 'member', name: 'Member' },
  { id: 'silver', name: 'Silver', qualify: [{ spend: silver }] },
  { id: 'gold', name: 'Gold', qualify: [{ spend: gold }] },
]

export const qualifying = (rest: Partial<QualificationTerms>): QualificationTerms => ({ ...QUALIFICATION, ...rest })

export const lounge = (terms: PerkDocument['terms']): PerkDocument => ({
  ...{ id: 'lounge', name: 'Lounge', kind: 'access', worth: '18.00' },
  terms,
})

/** A draft for September 2026 against what has been in force since January. */
export const compared = (draft: ProgramDocument, before: ProgramDocument = program()): Comparison =>
  comparisonOf([published(1, '2026-01', before)], published(2, '2026-09', draft))

export const published = (edition: number, effectiveFrom: string, document: ProgramDocument): PublishedEdition => ({
  ...{ edition, effectiveFrom, document, publishedAt: '2025-11-18T09:00:00Z' },
})

/** Somebody who bought for so many pounds in a month. */
export const bought = (month: string, pounds: number): MemberSums => {
  const bought = parseMonth(month)
  const months = [{ month: bought, netMinor: pounds * 100, looseRefundsMinor: 0, orders: 1, units: 1 }]
  return { ...NOTHING, months, firstMonth: bought, joinedMonth: bought }
}
