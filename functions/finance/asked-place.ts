import { type Fault, faultyFields } from '#http/problem.ts'
import { shortened } from '#http/text-fault.ts'
import type { Program } from '#ledger/ledger.ts'
import { andWords } from '#program/words/list-words.ts'
import type { CostFilter } from './group-costs.ts'

/**
 * What costs are narrowed to. Throws a 400 problem for a perk, a tier or an edition that never was: an empty answer would
 * read as though it had cost nothing. Who asks for uses is known by the uses alone, so a source can be any.
 */
export function askedPlace(filter: CostFilter, { published }: Pick<Program, 'published'>): CostFilter {
  const documents = published.map(({ document }) => document)
  const faults = [
    ...faultOf('perk', filter.perk, idsOf(documents.flatMap(({ perks }) => perks))),
    ...faultOf('tier', filter.tier, idsOf(documents.flatMap(({ tiers }) => tiers))),
    ...faultOf('edition', filter.edition?.toString(), new Set(published.map(({ edition }) => String(edition)))),
  ]
  const [first, ...others] = faults
  if (first) throw faultyFields(400, [first, ...others])
  return filter
}

const idsOf = (named: readonly { readonly id: string }[]) => new Set(named.map(({ id }) => id))

function faultOf(what: 'perk' | 'tier' | 'edition', asked: string | undefined, known: ReadonlySet<string>): Fault[] {
  if (asked === undefined || known.has(asked)) return []
  const detail = `There never was ${what === 'edition' ? 'an' : 'a'} ${what} ${shortened(asked)}. There are ${andWords([...known])}.`
  return [{ pointer: `/query/${what}`, code: `unknown_${what}`, detail }]
}
