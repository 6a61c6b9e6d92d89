import { type Finding, place } from './finding.ts'
import type { Subject } from './subject.ts'

/** Ids stand in addresses and are spoken about: small letters, digits and hyphens, at most 40. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const LONGEST = 40

/** Every id is well formed and stands once in its list. */
export function checkIds({ document }: Subject): Finding[] {
  const { id, tiers, perks, standards, plans = [] } = document
  const lists = { tiers, perks, standards, plans }
  const listed = Object.entries(lists).flatMap(([list, things]) => idsOf(list, things))
  return ID.test(id) && id.length <= LONGEST ? listed : [malformed(place('id'), id), ...listed]
}

function idsOf(list: string, things: readonly { readonly id: string }[]): Finding[] {
  const seen = new Map<string, number>()
  return things.flatMap(({ id }, index) => {
    const at = place(list, index, 'id')
    const first = seen.get(id)
    seen.set(id, first ?? index)
    if (first !== undefined) return [twice(at, id, place(list, first, 'id'))]
    return ID.test(id) && id.length <= LONGEST ? [] : [malformed(at, id)]
  })
}

const malformed = (at: string, id: string): Finding => ({
  ...{ kind: 'error', place: at, code: 'malformed_id' },
  message: `"${id}" is not an id.`,
  mend: `Use up to ${LONGEST} small letters, digits and single hyphens, as in "free-delivery".`,
})

const twice = (at: string, id: string, first: string): Finding => ({
  ...{ kind: 'error', place: at, code: 'duplicate_id' },
  message: `The id "${id}" stands at ${first} already.`,
  mend: 'Give one of the two another id.',
})
