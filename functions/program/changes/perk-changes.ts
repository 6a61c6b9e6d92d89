import type { PerkDocument, ProgramDocument } from '../document.ts'
import { andWords } from '../words/list-words.ts'
import { moneyWords } from '../words/money-words.ts'
import { termsAt } from '../words/terms-at.ts'
import { termsWords } from '../words/terms-words.ts'

/** Perks that came and went, and the terms of the others: clauses without a date or a full stop. */
export function perkChanges(before: ProgramDocument, after: ProgramDocument): string[] {
  const gone = before.perks.filter((old) => !perkWithId(after, old.id)).map(({ name }) => `${name} is no longer a perk`)
  return [...gone, ...after.perks.flatMap((perk) => changesOfPerk(perk, before, after))]
}

const perkWithId = ({ perks }: ProgramDocument, id: string) => perks.find((perk) => perk.id === id)

function changesOfPerk(perk: PerkDocument, before: ProgramDocument, after: ProgramDocument): string[] {
  const old = perkWithId(before, perk.id)
  if (!old) {
    const tiers = after.tiers.filter((tier) => termsAt(perk, after.tiers, tier.id)).map(({ name }) => name)
    return [`A new perk, ${perk.name}, for ${andWords(tiers)}`]
  }
  const [was, is] = [moneyWords(old.worth, before.currency), moneyWords(perk.worth, after.currency)]
  const worth = was === is ? [] : [`${perk.name} is worth ${is} instead of ${was}`]
  return [...worth, ...termChanges(perk, old, before, after)]
}

/** One clause for all tiers whose terms changed in the same way. Tiers that came or went have clauses of their own. */
function termChanges(perk: PerkDocument, old: PerkDocument, before: ProgramDocument, after: ProgramDocument): string[] {
  const tiersOf = new Map<string, string[]>()
  for (const { id, name } of after.tiers) {
    if (!before.tiers.some((tier) => tier.id === id)) continue
    const [was, is] = [termsIn(before, old, id), termsIn(after, perk, id)]
    if (was === is) continue
    const change = `“${is}” instead of “${was}”`
    tiersOf.set(change, [...(tiersOf.get(change) ?? []), name])
  }
  return [...tiersOf].map(([change, tiers]) => `${perk.name} for ${andWords(tiers)}: ${change}`)
}

function termsIn({ tiers, currency }: ProgramDocument, perk: PerkDocument, tierId: string): string {
  const terms = termsAt(perk, tiers, tierId)
  return terms ? termsWords(terms, currency) : 'Not included'
}
