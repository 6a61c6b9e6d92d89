import { daysBetween, plusDays } from './calendar-days.ts'
import { halfUp } from './half-up.ts'
import type { Rate } from './pace.ts'

/** What will have been spent after so many more days at a pace: minor units, half up. */
export function spentAfter(spentMinor: number, { minor, days }: Rate, moreDays: number): number {
  return halfUp(BigInt(spentMinor) * BigInt(days) + BigInt(minor) * BigInt(moreDays), BigInt(days))
}

/** A budget, what was spent of it by the end of today, and its last day. */
export interface Spent {
  readonly spentMinor: number
  readonly budgetMinor: number
  readonly today: string
  readonly until: string
}

/**
 * The first day by whose end more than the budget will have been spent at a pace: today, when it is already; null when the
 * budget lasts through its last day. Exact: not even half a minor unit above the budget is within it.
 */
export function runsOutOn({ spentMinor, budgetMinor, today, until }: Spent, { minor, days }: Rate): string | null {
  const left = BigInt(budgetMinor) - BigInt(spentMinor)
  if (left < 0n) return today
  if (minor <= 0) return null
  // The least number of days n with minor × n / days > left.
  const enough = (left * BigInt(days)) / BigInt(minor) + 1n
  const lastsFor = BigInt(daysBetween(today, until))
  return enough > lastsFor ? null : plusDays(today, Number(enough))
}
