import type { PerkDocument, PerkTerms, TierDocument } from '../document.ts'
import { areCategoriesNarrower } from './categories.ts'
import { type Finding, place } from './finding.ts'
import { coversLimit } from './limits.ts'
import { minorOf } from './minor-of.ts'
import type { Subject } from './subject.ts'

/**
 * Value added, never taken: in every perk's terms a higher tier is at least as good. A tier that is left out has what the
 * tier below it has, so only those that are named can break it.
 */
export function checkTerms({ document }: Subject): Finding[] {
  const { tiers, perks, currency } = document
  const known = new Set(tiers.map(({ id }) => id))
  return perks.flatMap((perk, index) => {
    const at = place('perks', index, 'terms')
    const named = Object.keys(perk.terms)
    if (named.length === 0) return [forNobody(at, perk.name)]
    const strangers = named.filter((tier) => !known.has(tier))
    return [
      ...strangers.map((tier) => unknownTier(at + place(tier), tier)),
      ...lessThanBelow(perk, at, tiers, currency),
    ]
  })
}

function lessThanBelow(perk: PerkDocument, at: string, tiers: readonly TierDocument[], currency: string): Finding[] {
  const findings: Finding[] = []
  let below: { readonly name: string; readonly terms: PerkTerms } | undefined
  for (const { id, name } of tiers) {
    const terms = Object.hasOwn(perk.terms, id) ? perk.terms[id] : undefined
    if (!terms) continue
    const from = below
    if (from)
      findings.push(
        ...worse(terms, from.terms, currency).map((what) => taken(at + place(id, what), perk, name, from.name)),
      )
    below = { name, terms }
  }
  return findings
}

/** The parts of the terms in which the higher tier's are worse. */
function worse(higher: PerkTerms, lower: PerkTerms, currency: string): ('over' | 'categories' | 'limit')[] {
  const isOverHigher = (minorOf(higher.over ?? '0', currency) ?? 0) > (minorOf(lower.over ?? '0', currency) ?? Infinity)
  return [
    ...(isOverHigher ? (['over'] as const) : []),
    ...(areCategoriesNarrower(higher.categories, lower.categories) ? (['categories'] as const) : []),
    ...(coversLimit(higher.limit, lower.limit) ? [] : (['limit'] as const)),
  ]
}

const taken = (at: string, { name }: PerkDocument, higher: string, lower: string): Finding => ({
  ...{ kind: 'error', place: at, code: 'value_taken' },
  message: `${name}: ${higher} gets less here than ${lower}.`,
  mend: `Make ${higher} at least as good as ${lower}, or ${lower} more modest.`,
})

const forNobody = (at: string, name: string): Finding => ({
  ...{ kind: 'error', place: at, code: 'perk_for_nobody' },
  message: `No tier has ${name}.`,
  mend: 'Name the lowest tier that gets it, or take the perk out.',
})

const unknownTier = (at: string, tier: string): Finding => ({
  ...{ kind: 'error', place: at, code: 'unknown_tier' },
  message: `There is no tier "${tier}".`,
  mend: 'Use the id of a tier of this document.',
})
