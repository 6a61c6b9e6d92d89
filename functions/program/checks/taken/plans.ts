import type { PlanDocument, ProgramDocument } from '../../document.ts'
import { moneyWords } from '../../words/money-words.ts'
import { place } from '../finding.ts'
import { minorOf } from '../minor-of.ts'
import type { Taken } from './taken.ts'

/** Plans that are no longer offered, and those that cost more. */
export function takenPlans(before: ProgramDocument, { plans = [] }: ProgramDocument): Taken[] {
  return (before.plans ?? []).flatMap((old) => {
    const index = plans.findIndex(({ id }) => id === old.id)
    const now = plans[index]
    if (!now) return [gone(old)]
    return isDearer(now, old, before.currency)
      ? [dearer(old, now, place('plans', index, 'price'), before.currency)]
      : []
  })
}

/** Dearer for a month or for a year: a year is paid for as a whole, and twelve months make one. */
function isDearer(now: PlanDocument, old: PlanDocument, currency: string): boolean {
  const [is, was] = [minorOf(now.price, currency), minorOf(old.price, currency)]
  if (is === null || was === null) return false
  const forAYear = ({ per }: PlanDocument, minor: number) => (per === 'month' ? 12 * minor : minor)
  return is > was || forAYear(now, is) > forAYear(old, was)
}

const gone = ({ name }: PlanDocument): Taken => ({
  ...{ what: 'plan_gone', place: place('plans') },
  sentence: `The plan ${name} is no longer offered.`,
  keep: `keep ${name}`,
})

function dearer(old: PlanDocument, now: PlanDocument, at: string, currency: string): Taken {
  const words = ({ price, per }: PlanDocument) => `${moneyWords(price, currency)} a ${per}`
  return {
    ...{ what: 'plan_dearer', place: at },
    sentence: `${now.name} costs ${words(now)} instead of ${words(old)}.`,
    keep: `leave it at ${words(old)}`,
  }
}
