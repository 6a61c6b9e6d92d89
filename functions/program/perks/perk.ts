import type { LimitWindow, PerkDocument, PerkKind, PerkTerms, ProgramDocument } from '../document.ts'
import { parseMoney } from '../money.ts'
import { termsAt } from '../words/terms-at.ts'

/** A perk of an edition, ready to decide with: amounts are minor units, terms stand by rank. */
export interface Perk {
  readonly id: string
  readonly name: string
  readonly kind: PerkKind
  /** What the customer would pay without it, per use. */
  readonly worthMinor: number
  /** By rank: what a tier has of it, own or inherited from below; null where it has nothing. */
  readonly terms: readonly (Terms | null)[]
}

export interface Terms {
  /** The least amount of a basket that is enough; null without that condition. */
  readonly overMinor: number | null
  /** At least one of these has to be in the basket; null without that condition. */
  readonly categories: readonly string[] | null
  readonly limit: Limit | null
  /** As it stands in the document: wording is made from it. */
  readonly source: PerkTerms
}

export interface Limit {
  readonly count: number
  readonly per: LimitWindow
}

/** The perks of a document, in its order. Throws a MoneyError for an amount that is none. */
export function perksOf({
  perks,
  tiers,
  currency,
}: Pick<ProgramDocument, 'perks' | 'tiers' | 'currency'>): readonly Perk[] {
  return perks.map((perk) => ({
    id: perk.id,
    name: perk.name,
    kind: perk.kind,
    worthMinor: parseMoney(perk.worth, currency),
    terms: tiers.map((tier) => termsOf(perk, tiers, tier.id, currency)),
  }))
}

function termsOf(perk: PerkDocument, tiers: ProgramDocument['tiers'], tier: string, currency: string): Terms | null {
  const source = termsAt(perk, tiers, tier)
  if (!source) return null
  return {
    overMinor: source.over === undefined ? null : parseMoney(source.over, currency),
    categories: source.categories ?? null,
    limit: source.limit ?? null,
    source,
  }
}
