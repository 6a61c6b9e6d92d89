import type { TakenWhat } from '../checks/taken/taken.ts'
import { takenTime } from '../checks/taken/time.ts'
import type { PlanDocument, ProgramDocument } from '../document.ts'
import { moneyWords } from '../words/money-words.ts'
import { hasPlanWay } from '../words/plan-way.ts'
import type { Telling } from '../words/telling.ts'
import type { Clause } from './clause.ts'

/** How is counted, how long a tier is kept, and what plans cost: clauses without a date or a full stop. */
export function ruleChanges(before: ProgramDocument, after: ProgramDocument, wording: Telling): Clause[] {
  const { changes } = wording
  const taken = new Set(takenTime(before, after).map(({ what }) => what))
  const ruleChange = (was: string, is: string, takes?: TakenWhat): Clause[] => {
    const holders = takes && taken.has(takes) ? { holders: changes.allKeep } : {}
    return was === is ? [] : [{ change: changes.rule(was, is), ...holders }]
  }
  // The same tiers both times: what becomes of their ways of qualifying is told with the tiers.
  const landing = ({ qualification }: ProgramDocument) => wording.landing(qualification, hasPlanWay(after.tiers))
  return [
    ...ruleChange(wording.window(before.qualification), wording.window(after.qualification), 'window_changed'),
    ...ruleChange(wording.keep(before.qualification), wording.keep(after.qualification), 'keep_shorter'),
    ...ruleChange(landing(before), landing(after)),
    ...noticeChange(before.noticeDays, after.noticeDays, wording),
    ...planChanges(before, after, wording).map((change) => ({ change })),
  ]
}

const noticeChange = (was: number, is: number, { changes }: Telling): Clause[] =>
  was === is ? [] : [{ change: changes.notice(was, is) }]

function planChanges(before: ProgramDocument, after: ProgramDocument, wording: Telling): string[] {
  const { changes } = wording
  const [oldPlans, plans] = [before.plans ?? [], after.plans ?? []]
  const price = ({ price, per }: PlanDocument, { currency }: ProgramDocument) =>
    wording.price(moneyWords(price, currency, wording.locale), per)
  const kept = plans.flatMap((plan) => {
    const old = oldPlans.find(({ id }) => id === plan.id)
    const is = price(plan, after)
    if (!old) return [changes.newPlan(plan.name, is)]
    const was = price(old, before)
    return was === is ? [] : [changes.planPrice(plan.name, was, is)]
  })
  const gone = oldPlans.filter((old) => !plans.some(({ id }) => id === old.id))
  return [...kept, ...gone.map(({ name }) => changes.planGone(name))]
}
