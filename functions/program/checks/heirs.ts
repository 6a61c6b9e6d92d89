import { type Finding, place } from './finding.ts'
import type { Subject } from './subject.ts'

/** Compared with the edition before: a withdrawn tier has exactly one heir; time zone and currency stay what they are. */
export function checkHeirs({ document, before }: Subject): Finding[] {
  const { tiers } = document
  const heirsOf = (id: string) => tiers.flatMap(({ replaces = [] }, rank) => (replaces.includes(id) ? [rank] : []))
  const kept = new Set(tiers.map(({ id }) => id))
  const named = [...new Set(tiers.flatMap(({ replaces = [] }) => replaces))]
  const disputed = named.flatMap((id) => (heirsOf(id).length > 1 ? [twoHeirs(id, heirsOf(id)[1] ?? 0)] : []))
  const alive = named.flatMap((id) => (kept.has(id) ? [stillThere(id, heirsOf(id)[0] ?? 0)] : []))
  const orphans = (before?.tiers ?? []).filter(({ id }) => !kept.has(id) && heirsOf(id).length === 0)
  const fixed = (['currency', 'timeZone'] as const).filter((field) => before && before[field] !== document[field])
  return [
    ...disputed,
    ...alive,
    ...orphans.map(({ name, id }) => withoutHeir(name, id)),
    ...fixed.map((field) => changed(field, before?.[field] ?? '')),
  ]
}

const twoHeirs = (id: string, rank: number): Finding => ({
  ...{ kind: 'error', place: place('tiers', rank, 'replaces'), code: 'two_heirs' },
  message: `Two tiers replace "${id}".`,
  mend: 'Let one of them take it over.',
})

const stillThere = (id: string, rank: number): Finding => ({
  ...{ kind: 'error', place: place('tiers', rank, 'replaces'), code: 'replaces_living_tier' },
  message: `"${id}" is a tier of this document, so nothing can replace it.`,
  mend: 'Take it out of this list, or take the tier out.',
})

const withoutHeir = (name: string, id: string): Finding => ({
  ...{ kind: 'error', place: place('tiers'), code: 'no_heir' },
  message: `${name} is withdrawn, and nothing is said about those who hold it.`,
  mend: `Name "${id}" under "replaces" of the tier that takes it over.`,
})

const changed = (field: string, was: string): Finding => ({
  ...{ kind: 'error', place: place(field), code: 'never_changes' },
  message: `A program keeps its ${field === 'currency' ? 'currency' : 'time zone'} for ever; so far it is ${was}.`,
  mend: `Write ${was}.`,
})
