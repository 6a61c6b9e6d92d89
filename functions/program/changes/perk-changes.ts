import type { PerkDocument, ProgramDocument } from '../document.ts'
import { moneyWords } from '../words/money-words.ts'
import type { Telling } from '../words/telling.ts'
import { termsAt } from '../words/terms-at.ts'
import { termsWords } from '../words/terms-words.ts'
import type { Clause } from './clause.ts'

/** Perks that came and went, and the terms of the others: clauses without a date or a full stop. */
export function perkChanges(before: ProgramDocument, after: ProgramDocument, wording: Telling): Clause[] {
  const gone = before.perks.filter((old) => !perkWithId(after, old.id))
  const changes = [
    ...gone.map(({ name }) => wording.changes.perkGone(name)),
    ...after.perks.flatMap((perk) => changesOfPerk(perk, before, after, wording)),
  ]
  return changes.map((change) => ({ change }))
}

const perkWithId = ({ perks }: ProgramDocument, id: string) => perks.find((perk) => perk.id === id)

function changesOfPerk(perk: PerkDocument, before: ProgramDocument, after: ProgramDocument, wording: Telling) {
  const { changes, locale } = wording
  const old = perkWithId(before, perk.id)
  if (!old) {
    const tiers = after.tiers.filter((tier) => termsAt(perk, after.tiers, tier.id)).map(({ name }) => name)
    return [changes.newPerk(perk.name, wording.and(tiers))]
  }
  const [was, is] = [moneyWords(old.worth, before.currency, locale), moneyWords(perk.worth, after.currency, locale)]
  const worth = was === is ? [] : [changes.worth(perk.name, was, is)]
  return [...worth, ...termChanges(perk, { old, before, after, wording })]
}

interface Compared {
  readonly old: PerkDocument
  readonly before: ProgramDocument
  readonly after: ProgramDocument
  readonly wording: Telling
}

/** One clause for all tiers whose terms changed in the same way. Tiers that came or went have clauses of their own. */
function termChanges(perk: PerkDocument, { old, before, after, wording }: Compared): string[] {
  const alike = new Map<string, { readonly was: string; readonly is: string; readonly tiers: string[] }>()
  for (const { id, name } of after.tiers) {
    if (!before.tiers.some((tier) => tier.id === id)) continue
    const [was, is] = [termsIn(before, old, id, wording), termsIn(after, perk, id, wording)]
    if (was === is) continue
    const key = JSON.stringify([was, is])
    alike.set(key, { was, is, tiers: [...(alike.get(key)?.tiers ?? []), name] })
  }
  return [...alike.values()].map(({ was, is, tiers }) => wording.changes.terms(perk.name, wording.and(tiers), was, is))
}

function termsIn({ tiers, currency }: ProgramDocument, perk: PerkDocument, tierId: string, wording: Telling): string {
  const terms = termsAt(perk, tiers, tierId)
  return terms ? termsWords(terms, currency, wording) : wording.notIncluded
}
