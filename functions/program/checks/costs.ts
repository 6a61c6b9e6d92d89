import { type Finding, place } from './finding.ts'
import type { Subject } from './subject.ts'

/** Every perk has a cost and a budget, which finance fills in before approval; no cost is of a perk that is not there. */
export function checkCosts({ document, costs }: Subject): Finding[] {
  const perks = new Set(document.perks.map(({ id }) => id))
  const strangers = Object.keys(costs).filter((perk) => !perks.has(perk))
  return [
    ...strangers.map(unknownPerk),
    ...document.perks.flatMap(({ id, name }) => {
      if (!Object.hasOwn(costs, id)) return [missing(id, `Nobody has said what ${name} costs.`)]
      return costs[id]?.budget ? [] : [missing(id, `${name} has no budget.`)]
    }),
  ]
}

const missing = (perk: string, message: string): Finding => ({
  ...{ kind: 'warning', place: place('costs', perk), code: 'no_cost' },
  message,
  mend: 'Finance fills in the cost per use and a budget before approval.',
})

const unknownPerk = (perk: string): Finding => ({
  ...{ kind: 'error', place: place('costs', perk), code: 'unknown_perk' },
  message: `There is no perk "${perk}" that could cost anything.`,
  mend: 'Use the id of a perk of this document, or take the cost out.',
})
