import type { PerkDocument, PerkTerms, TierDocument } from '../document.ts'

type Ladder = readonly Pick<TierDocument, 'id'>[]

/** The terms a tier has of a perk: its own, else those of the nearest tier below that names some; null when there are none. */
export function termsAt(perk: PerkDocument, tiers: Ladder, tierId: string): PerkTerms | null {
  let terms: PerkTerms | null = null
  for (const tier of tiers) {
    terms = ownTerms(perk, tier.id) ?? terms
    if (tier.id === tierId) return terms
  }
  throw new RangeError(`There is no tier "${tierId}" in this program.`)
}

/** Consecutive tiers, `from` and `to` by rank and both included, that have a perk on the same terms (null: not at all). */
export interface TermsRun {
  readonly from: number
  readonly to: number
  readonly terms: PerkTerms | null
}

/** A perk along the whole ladder: a new run begins at every tier for which the document names terms. */
export function termsRuns(perk: PerkDocument, tiers: Ladder): readonly TermsRun[] {
  const runs: TermsRun[] = []
  tiers.forEach((tier, rank) => {
    const own = ownTerms(perk, tier.id)
    const last = runs.at(-1)
    if (last && !own) runs[runs.length - 1] = { ...last, to: rank }
    else runs.push({ from: rank, to: rank, terms: own })
  })
  return runs
}

/** A tier may be called "constructor": only what the document itself says counts. */
const ownTerms = (perk: PerkDocument, tierId: string): PerkTerms | null =>
  Object.hasOwn(perk.terms, tierId) ? (perk.terms[tierId] ?? null) : null
