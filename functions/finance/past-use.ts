import type { CostTotal } from '#ledger/cost-entry.ts'
import type { Month } from '#program/month.ts'
import type { Limit } from '#program/perks/perk.ts'
import { daysIn } from './calendar-days.ts'
import type { Census } from './census.ts'

/** How holders of a tier used a perk in the complete months on record, at most the last twelve. */
export interface PastUse {
  readonly months: readonly Month[]
  /** Uses less reversals, never below zero. */
  readonly used: number
  /** Holders at the end of each of those months, added up. */
  readonly memberMonths: number
  /** What those holders could have used in those months; null where nothing limits it. */
  readonly allowed: Fraction | null
}

/** Exact: nothing is rounded before the end. `under` is above zero. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

const MOST_MONTHS = 12

export interface PastUseQuestion {
  readonly perk: string
  readonly tier: string
  /** Counted per member; null where there is none. */
  readonly limit: Limit | null
  /** The first month on record (`on-record.ts`). */
  readonly since: Month | null
  readonly current: Month
}

/** Adds up what was used and what could have been. `totals` and the census cover those months. */
export function pastUse(
  question: PastUseQuestion,
  totals: readonly CostTotal[],
  { held }: Pick<Census, 'held'>,
): PastUse {
  const { perk, tier, limit, since, current } = question
  const months: Month[] = []
  for (let month = Math.max(since ?? current, current - MOST_MONTHS); month < current; month++) months.push(month)
  const counted = new Set(months)
  const uses = totals.filter((total) => total.perk === perk && total.tier === tier && counted.has(total.month))
  const holders = months.map((month) => ({ month, count: held.get(month)?.get(tier) ?? 0 }))
  return {
    months,
    used: Math.max(
      0,
      uses.reduce((sum, total) => sum + total.uses, 0),
    ),
    memberMonths: holders.reduce((sum, { count }) => sum + count, 0),
    allowed: limit && allowedIn(limit, holders),
  }
}

/** A limit for ever is taken as one of twelve months: how much of it is used in a year is what can be observed. */
function allowedIn({ count, per }: Limit, holders: readonly { month: Month; count: number }[]): Fraction {
  const sum = (weight: (month: Month) => number) =>
    holders.reduce((all, of) => all + BigInt(of.count * weight(of.month)), 0n) * BigInt(count)
  switch (per) {
    case 'day':
      return { over: sum(daysIn), under: 1n }
    case 'week':
      return { over: sum(daysIn), under: 7n }
    case 'month':
      return { over: sum(() => 1), under: 1n }
    case 'quarter':
      return { over: sum(() => 1), under: 3n }
    case 'year':
    case 'ever':
      return { over: sum(() => 1), under: 12n }
    case 'order':
      throw new RangeError('A limit per order is not counted per member.')
    default:
      return per satisfies never
  }
}
