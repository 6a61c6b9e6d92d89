import type { Program } from '#ledger/ledger.ts'
import { type Month, parseMonth } from '#program/month.ts'
import { monthOf } from '#program/zone.ts'

/** An edition is published at least so long before it takes effect, so that every cached copy of the program is right. */
const AHEAD_MS = 10 * 60_000

/**
 * The first month in which an edition published now (epoch milliseconds) could take effect: later than that of every
 * published one, and not beginning within ten minutes (program.md, "Checks").
 */
export function earliestMonth({ published }: Program, timeZone: string, now: number): Month {
  const afterOthers = published.map(({ effectiveFrom }) => parseMonth(effectiveFrom) + 1)
  return Math.max(monthOf(now + AHEAD_MS, timeZone) + 1, ...afterOthers)
}
