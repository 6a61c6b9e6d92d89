import type { Edition } from '../edition.ts'
import type { Month } from '../month.ts'
import type { MemberSums, MonthSums, PlanSpan } from '../sums.ts'
import { lifeOf, timeline } from '../timeline.ts'
import { startOfMonth } from '../zone.ts'

/** What somebody means to do, from a month on, without an end. */
export interface Intent {
  /** A year, minor units. */
  readonly spendMinor: number
  /** A year. */
  readonly orders: number
  /** A year. */
  readonly units: number
  /** Spent long ago, so that it counts for what is spent in all and for nothing else. */
  readonly beforeMinor: number
  /** Paid in within the first month and kept; null for none. */
  readonly balanceMinor: number | null
  /** The ids of the plans taken out. */
  readonly plans: readonly string[]
}

export interface Simulation {
  /** The rank held at the end of each month, the first one first. */
  readonly ranks: readonly number[]
  /** The highest of them. */
  readonly highest: number
  /** The month in which that one is first held; 0 is the first. */
  readonly reachedIn: number
}

/**
 * The tiers somebody would hold under one edition who buys evenly from the month `start` on: the rules themselves are asked,
 * month by month, about sums such as the ledger keeps. `intent` is of whole numbers that are not negative.
 */
export function simulate(edition: Edition, intent: Intent, start: Month): Simulation {
  const months = monthsAhead(edition)
  const ranks: number[] = []
  const life = lifeOf(sumsOf(edition, intent, start, months), start)
  for (const { month, rank } of timeline(life, [edition])) {
    if (month >= start + months) break
    // A later stretch of the same month takes the place of the one before.
    if (month >= start) ranks[month - start] = rank
  }
  const highest = Math.max(...ranks)
  return { ranks, highest, reachedIn: ranks.indexOf(highest) }
}

const THREE_YEARS = 36

/** Long enough for a whole period from its beginning, wherever in it one starts, and for every balance. */
export function monthsAhead({ qualification, tiers }: Edition): number {
  const balances = tiers
    .flatMap((tier) => tier.rows)
    .flat()
    .map((need) => (need.measure === 'balance' ? need.months : 0))
  return Math.max(THREE_YEARS, 2 * qualification.months, ...balances.map((kept) => kept + 2))
}

function sumsOf(edition: Edition, intent: Intent, start: Month, months: number): MemberSums {
  const { beforeMinor, balanceMinor, plans } = intent
  const long = longBefore(edition, start)
  const before: MonthSums[] = beforeMinor > 0 ? [{ ...EMPTY, month: long, netMinor: beforeMinor }] : []
  const first = beforeMinor > 0 ? long : start
  return {
    months: [...before, ...Array.from({ length: months }, (_, index) => monthSums(intent, start, index))],
    balances: balanceMinor === null ? [] : [{ month: start, lowMinor: balanceMinor, lastMinor: balanceMinor }],
    plans: plans.map((plan) => planSpan(plan, edition, start, months)),
    firstMonth: first,
    joinedMonth: first,
  }
}

const EMPTY: Omit<MonthSums, 'month'> = { netMinor: 0, looseRefundsMinor: 0, orders: 0, units: 0 }

function monthSums({ spendMinor, orders, units }: Intent, start: Month, index: number): MonthSums {
  return {
    month: start + index,
    netMinor: share(spendMinor, index),
    looseRefundsMinor: 0,
    orders: share(orders, index),
    units: share(units, index),
  }
}

/** A month's share of a year's number: whole, never ahead of time, and every twelve of them are exactly the number. */
const share = (yearly: number, index: number) => upTo(yearly, index + 1) - upTo(yearly, index)
const upTo = (yearly: number, months: number) => Number((BigInt(yearly) * BigInt(months)) / 12n)

/** It also runs through the last month, and so never ends here. */
const planSpan = (plan: string, { timeZone }: Edition, start: Month, months: number): PlanSpan => ({
  plan,
  from: startOfMonth(start, timeZone),
  until: startOfMonth(start + months + 1, timeZone),
})

/**
 * So long ago that nothing earned then, and no landing from it, lasts until `start`. By whole periods, so that those which
 * count from joining begin with `start`.
 */
function longBefore({ qualification, tiers }: Edition, start: Month): Month {
  const { months, keep } = qualification
  return start - months * (tiers.length + 2 + Math.ceil(keep / months))
}
