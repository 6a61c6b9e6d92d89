import type { PerkDocument, ProgramDocument } from '../../document.ts'
import { andWords } from '../../words/list-words.ts'
import { moneyWords } from '../../words/money-words.ts'
import { termsAt } from '../../words/terms-at.ts'
import { place } from '../finding.ts'
import { minorOf } from '../minor-of.ts'
import type { Taken } from './taken.ts'
import { type TakenTerms, takenTerms } from './terms.ts'

/** Perks that are gone or worth less, and those that some tier has no longer, or on narrower terms. */
export function takenPerks(before: ProgramDocument, after: ProgramDocument): Taken[] {
  return before.perks.flatMap((old) => {
    const index = after.perks.findIndex(({ id }) => id === old.id)
    const now = after.perks[index]
    if (!now) return [gone(old)]
    const at = place('perks', index)
    return [
      ...(now.kind === old.kind ? [] : [otherKind(old, now, at)]),
      ...worthLess(old, now, at, before.currency),
      ...narrower(old, now, at, before, after),
    ]
  })
}

const gone = ({ name }: PerkDocument): Taken => ({
  ...{ what: 'perk_gone', place: place('perks') },
  sentence: `${name} is no longer a perk.`,
  keep: `keep ${name}`,
})

const otherKind = (old: PerkDocument, { name, kind }: PerkDocument, at: string): Taken => ({
  ...{ what: 'perk_of_another_kind', place: at + place('kind') },
  sentence: `${name} is another kind of perk, ${kind} instead of ${old.kind}.`,
  keep: `leave it ${old.kind}, and make what is new a perk of its own`,
})

function worthLess(old: PerkDocument, { name, worth }: PerkDocument, at: string, currency: string): Taken[] {
  const [is, was] = [minorOf(worth, currency), minorOf(old.worth, currency)]
  if (is === null || was === null || is >= was) return []
  const [now, then] = [moneyWords(worth, currency), moneyWords(old.worth, currency)]
  return [
    {
      ...{ what: 'perk_worth_less', place: at + place('worth') },
      sentence: `${name} is worth ${now} instead of ${then}.`,
      keep: `leave it at ${then}`,
    },
  ]
}

/** One for all tiers that lose the same: those that inherit their terms lose with the tier that names them. */
function narrower(old: PerkDocument, now: PerkDocument, at: string, before: ProgramDocument, after: ProgramDocument) {
  const known = new Set(before.tiers.map(({ id }) => id))
  const tiersOf = new Map<string, { readonly taken: TakenTerms; readonly at: string; readonly tiers: string[] }>()
  let named: string | null = null
  for (const { id, name } of after.tiers) {
    if (Object.hasOwn(now.terms, id)) named = id
    const was = known.has(id) ? termsAt(old, before.tiers, id) : null
    if (!was) continue
    for (const taken of takenTerms(was, termsAt(now, after.tiers, id), before.currency)) {
      const where = at + place('terms', ...(named === null ? [] : [named]), ...(taken.field ? [taken.field] : []))
      const key = JSON.stringify([where, taken])
      const told = tiersOf.get(key) ?? { taken, at: where, tiers: [] }
      told.tiers.push(name)
      tiersOf.set(key, told)
    }
  }
  return [...tiersOf.values()].map(({ taken, at: where, tiers }) => toldOf(now.name, taken, where, tiers))
}

const toldOf = (perk: string, { what, was, is }: TakenTerms, at: string, tiers: readonly string[]): Taken => ({
  ...{ what, place: at },
  sentence: `${perk} for ${andWords(tiers)}: ${is} instead of ${was}.`,
  keep: what === 'perk_not_in_tier' ? `give ${andWords(tiers)} ${was}` : `leave it at ${was}`,
})
