import { isDeepStrictEqual } from 'node:util'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { fold } from '#program/fold.ts'
import type { Derived } from './derived.ts'
import { refundsByMember } from './entry-item.ts'
import type { Item } from './keys.ts'
import type { Entry } from './ledger.ts'
import { isDerived, memberRecord } from './member-item.ts'
import type { Survey } from './survey.ts'

/** Derived state that is not what the entries make it; undefined: not there. */
export type Difference =
  | (Values & { readonly kind: 'member'; readonly member: string; readonly attribute: string })
  | (Values & { readonly kind: 'refunds'; readonly pk: string; readonly member: string })
  | (Values & { readonly kind: 'address'; readonly emailHash: string })
  | (Values & { readonly kind: 'count'; readonly place: string; readonly attribute: string })

interface Values {
  readonly stored: AttributeValue | undefined
  readonly expected: AttributeValue | undefined
}

/** Every difference between what is stored and what the entries make, members first. */
export function differencesIn(survey: Survey, derived: Derived): Difference[] {
  return [
    ...memberDifferences(survey, derived),
    ...refundDifferences(survey, derived),
    ...addressDifferences(survey, derived),
    ...countDifferences(survey, derived),
  ]
}

function memberDifferences({ members }: Survey, derived: Derived): Difference[] {
  return [...new Set([...members.keys(), ...derived.members.keys()])].flatMap((member) => {
    const stored = Object.entries(members.get(member) ?? {}).filter(([attribute]) => isDerived(attribute))
    const expected = new Map(Object.entries(derived.members.get(member) ?? {}))
    return unequal(new Map(stored), expected).map(([attribute, values]) => ({
      kind: 'member',
      member,
      attribute,
      ...values,
    }))
  })
}

function refundDifferences({ places }: Survey, derived: Derived): Difference[] {
  return [...new Set([...places.keys(), ...derived.refunds.keys()])].flatMap((pk) => {
    const stored = refundsByMember(places.get(pk) ?? {})
    const expected = derived.refunds.get(pk) ?? new Map()
    return unequal(stored, expected).map(([member, values]) => ({ kind: 'refunds', pk, member, ...values }))
  })
}

function addressDifferences({ emails }: Survey, derived: Derived): Difference[] {
  const asText = (from: ReadonlyMap<string, string>) => new Map([...from].map(([hash, S]) => [hash, { S }]))
  return unequal(asText(emails), asText(derived.emails)).map(([emailHash, values]) => ({
    kind: 'address',
    emailHash,
    ...values,
  }))
}

function countDifferences({ counts }: Survey, derived: Derived): Difference[] {
  const valuesOf = (item: Item = {}) => new Map(Object.entries(item).filter(([name]) => name !== 'pk' && name !== 'sk'))
  return [...new Set([...counts.keys(), ...derived.counts.keys()])].flatMap((place) => {
    const differing = unequal(valuesOf(counts.get(place)), valuesOf(derived.counts.get(place)))
    return differing.map(([attribute, values]) => ({ kind: 'count', place, attribute, ...values }))
  })
}

function unequal(
  stored: ReadonlyMap<string, AttributeValue>,
  expected: ReadonlyMap<string, AttributeValue>,
): [string, Values][] {
  return [...new Set([...stored.keys(), ...expected.keys()])]
    .map((name): [string, Values] => [name, { stored: stored.get(name), expected: expected.get(name) }])
    .filter(([, values]) => JSON.stringify(values.stored) !== JSON.stringify(values.expected))
}

/**
 * Members whose rebuilt sums are not the fold of their entries (trust.md, I1). There are none, unless the ledger itself
 * counts wrongly: the two are written independently of each other.
 */
export function misfolded(
  survey: Survey,
  derived: Derived,
  timeZone: string,
  monthOf: (time: number) => number,
): string[] {
  const ofMember = Map.groupBy(survey.entries.values(), ({ subject }: Entry) => subject)
  return [...ofMember].flatMap(([member, entries]) => {
    const item: Item = derived.members.get(member) ?? {}
    return isDeepStrictEqual(memberRecord(member, item, monthOf).sums, fold(entries, timeZone)) ? [] : [member]
  })
}
