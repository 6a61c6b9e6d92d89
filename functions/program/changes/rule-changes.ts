import type { PlanDocument, ProgramDocument } from '../document.ts'
import { moneyWords } from '../words/money-words.ts'
import { keepWords, landingWords, windowWords } from '../words/period-words.ts'

/** How is counted, how long a tier is kept, and what plans cost: clauses without a date or a full stop. */
export function ruleChanges(before: ProgramDocument, after: ProgramDocument): string[] {
  // The same tiers both times: what becomes of their ways of qualifying is told with the tiers.
  const landing = ({ qualification }: ProgramDocument) => landingWords(qualification, after.tiers)
  return [
    ...ruleChange(windowWords(before.qualification), windowWords(after.qualification)),
    ...ruleChange(keepWords(before.qualification), keepWords(after.qualification)),
    ...ruleChange(landing(before), landing(after)),
    ...planChanges(before, after),
  ]
}

const ruleChange = (was: string, is: string) => (was === is ? [] : [`“${is}” instead of “${was}”`])

function planChanges(before: ProgramDocument, after: ProgramDocument): string[] {
  const [oldPlans, plans] = [before.plans ?? [], after.plans ?? []]
  const price = ({ price, per }: PlanDocument, { currency }: ProgramDocument) =>
    `${moneyWords(price, currency)} a ${per}`
  const kept = plans.flatMap((plan) => {
    const old = oldPlans.find(({ id }) => id === plan.id)
    const is = price(plan, after)
    if (!old) return [`A new plan, ${plan.name}, for ${is}`]
    const was = price(old, before)
    return was === is ? [] : [`${plan.name}: ${is} instead of ${was}`]
  })
  const gone = oldPlans.filter((old) => !plans.some(({ id }) => id === old.id))
  return [...kept, ...gone.map(({ name }) => `The plan ${name} is no longer offered`)]
}
