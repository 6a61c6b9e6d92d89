import type { LimitWindow, PerkTerms } from '../document.ts'

type Limit = NonNullable<PerkTerms['limit']>

/** From the shortest; an order lies within a day. */
const WINDOWS: readonly LimitWindow[] = ['order', 'day', 'week', 'month', 'quarter', 'year', 'ever']

/** How many of the shorter window can at most touch one of the longer; what is missing has no bound. */
const WITHIN: Partial<Record<LimitWindow, Partial<Record<LimitWindow, number>>>> = {
  day: { week: 7, month: 31, quarter: 92, year: 366 },
  week: { month: 6, quarter: 14, year: 54 },
  month: { quarter: 3, year: 12 },
  quarter: { year: 4 },
}

/**
 * Whether every use that `lower` allows is also allowed by `higher`. No limit at all allows everything. 2 per quarter are
 * covered by 8 per year, and 12 per year by 12 per month; but 1 per month by no less than 2 per week.
 */
export function coversLimit(higher: Limit | undefined, lower: Limit | undefined): boolean {
  if (higher === undefined) return true
  if (lower === undefined) return false
  if (WINDOWS.indexOf(higher.per) <= WINDOWS.indexOf(lower.per))
    return higher.count >= lower.count * touched(higher.per, lower.per)
  return higher.count >= lower.count * (WITHIN[lower.per]?.[higher.per] ?? Infinity)
}

/** How many of the longer window a shorter one can touch: a week may lie in two months, and so in two years. */
function touched(shorter: LimitWindow, longer: LimitWindow): number {
  return shorter === 'week' && (longer === 'month' || longer === 'quarter' || longer === 'year') ? 2 : 1
}
