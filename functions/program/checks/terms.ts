import type { PerkDocument, PerkTerms, TierDocument } from '../document.ts'
import { limitWords } from '../words/limit-words.ts'
import { andWords } from '../words/list-words.ts'
import { moneyWords } from '../words/money-words.ts'
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
        ...worse(terms, from.terms, currency).map((what) =>
          taken(at + place(id, what), perk.name, {
            higher: name,
            lower: from.name,
            atLeast: words(what, from.terms, currency),
          }),
        ),
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

/** The part of the lower tier's terms, which would do for the higher one, too. */
function words(
  part: 'over' | 'categories' | 'limit',
  { over, categories, limit }: PerkTerms,
  currency: string,
): string {
  switch (part) {
    case 'over':
      return over === undefined ? 'orders of any amount' : moneyWords(over, currency)
    case 'categories':
      return categories === undefined ? 'all categories' : andWords(categories)
    case 'limit':
      return limit === undefined ? 'no limit' : limitWords(limit.count, limit.per)
    default:
      return part satisfies never
  }
}

interface Unequal {
  readonly higher: string
  readonly lower: string
  /** What the lower tier has: "2 a year". */
  readonly atLeast: string
}

const taken = (at: string, name: string, { higher, lower, atLeast }: Unequal): Finding => ({
  ...{ kind: 'error', place: at, code: 'value_taken' },
  message: `${name}: ${higher} gets less here than ${lower}.`,
  mend: `${lower} has ${atLeast}: give ${higher} that or better, or make ${lower} more modest.`,
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
