import { type Finding, place } from './finding.ts'
import type { Subject } from './subject.ts'

/** What everybody is owed: a perk that speaks of it would make base service a matter of tiers. */
const OWED_TO_ALL = /\b(complaints?|courtesy|courteous|politeness|safety|warrant(?:y|ies))\b/i

/** Standards belong to everyone: no perk may be one of them, nor tier what everybody is owed. */
export function checkStandards({ document }: Subject): Finding[] {
  const { standards, perks } = document
  return perks.flatMap(({ id, name, text = '' }, index) => {
    const same = standards.find((standard) => standard.id === id || plain(standard.name) === plain(name))
    const owed = OWED_TO_ALL.exec(`${name} ${text}`)?.[0]
    return [
      ...(same ? [isStandard(place('perks', index), name, same.name)] : []),
      ...(owed ? [tiersBaseService(place('perks', index), name, owed)] : []),
    ]
  })
}

const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase()

const isStandard = (at: string, name: string, standard: string): Finding => ({
  ...{ kind: 'error', place: at, code: 'perk_is_standard' },
  message: `${name} is what everybody gets ("${standard}"), so it cannot be a perk.`,
  mend: 'Take the perk out, or give it an id and a name of its own.',
})

const tiersBaseService = (at: string, name: string, word: string): Finding => ({
  ...{ kind: 'error', place: at, code: 'tiered_base_service' },
  message: `${name} speaks of "${word}", which everybody is owed alike.`,
  mend: 'Promise it to everyone as a standard, or choose another perk.',
})
