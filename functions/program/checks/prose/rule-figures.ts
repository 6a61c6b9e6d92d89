import type { ProgramDocument } from '../../document.ts'
import { minorOf } from '../minor-of.ts'

/** Every figure that the rules of a document have. */
export interface RuleFigures {
  /** In minor units. */
  readonly amountsMinor: ReadonlySet<number>
  readonly counts: ReadonlySet<number>
}

/** Thresholds, prices, worths, conditions, limits, windows and notice. Amounts that are none are left out. */
export function ruleFigures({
  tiers,
  perks,
  plans = [],
  qualification,
  noticeDays,
  currency,
}: ProgramDocument): RuleFigures {
  const rows = tiers.flatMap(({ qualify = [] }) => qualify)
  const terms = perks.flatMap((perk) => Object.values(perk.terms))
  const amounts = [
    ...rows.flatMap(({ spend, lifetimeSpend, balance }) => [spend, lifetimeSpend, balance]),
    ...plans.map(({ price }) => price),
    ...perks.map(({ worth }) => worth),
    ...terms.map(({ over }) => over),
  ]
  const counts = [
    ...rows.flatMap(({ orders, units, months }) => [orders, units, months]),
    ...terms.map(({ limit }) => limit?.count),
    ...[qualification.months, qualification.keep, noticeDays],
  ]
  return {
    amountsMinor: new Set(amounts.flatMap((text) => (text === undefined ? [] : (minorOf(text, currency) ?? [])))),
    counts: new Set(counts.filter((count) => count !== undefined)),
  }
}
