import { type Finding, place } from './finding.ts'
import type { Subject } from './subject.ts'

const MOST = { months: 36, keep: 36, tiers: 12, perks: 100, notice: 365, limit: 9999 }

/** Windows, numbers of tiers and perks, limits: each within what can be calculated with and be understood. */
export function checkRanges({ document }: Subject): Finding[] {
  const { qualification, noticeDays, tiers, perks } = document
  const { period, months, keep, startsIn } = qualification
  return [
    ...within(place('qualification', 'months'), 'The window in months', months, 1, MOST.months),
    ...within(place('qualification', 'keep'), 'The months that a tier is kept', keep, 0, MOST.keep),
    ...(startsIn == null
      ? []
      : within(place('qualification', 'startsIn'), 'The first month of a period', startsIn, 1, 12)),
    ...(period === 'calendar' && 12 % months !== 0 ? [doesNotDivide(months)] : []),
    ...within(place('noticeDays'), 'The days of notice', noticeDays, 0, MOST.notice),
    ...within(place('tiers'), 'The number of tiers', tiers.length, 1, MOST.tiers),
    ...within(place('perks'), 'The number of perks', perks.length, 0, MOST.perks),
    ...perks.flatMap(({ terms }, index) =>
      Object.entries(terms).flatMap(([tier, { limit }]) =>
        limit
          ? within(place('perks', index, 'terms', tier, 'limit', 'count'), 'A limit', limit.count, 1, MOST.limit)
          : [],
      ),
    ),
  ]
}

function within(at: string, what: string, value: number, least: number, most: number): Finding[] {
  if (Number.isInteger(value) && value >= least && value <= most) return []
  const message = `${what}: ${value} is not a whole number from ${least} to ${most}.`
  return [{ kind: 'error', place: at, code: 'out_of_range', message, mend: 'Choose a number within that range.' }]
}

const doesNotDivide = (months: number): Finding => ({
  ...{ kind: 'error', place: place('qualification', 'months'), code: 'calendar_does_not_divide' },
  message: `Calendar periods of ${months} months do not fill a year evenly.`,
  mend: 'Choose 1, 2, 3, 4, 6 or 12 months.',
})
