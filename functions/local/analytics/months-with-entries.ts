import type { Ledger } from '#ledger/ledger.ts'
import { type Month, parseMonth } from '#program/month.ts'
import { monthOf } from '#program/zone.ts'
import { SetupFault } from '../setup-fault.ts'

export interface MonthsWithEntries {
  readonly timeZone: string
  /** The month in which something would be booked now. */
  readonly current: () => Month
  /** The first month that can have entries: nothing can be recorded before there is a program. */
  readonly since: Month
  /** From the first that can have entries to the current one. */
  readonly months: () => readonly Month[]
}

/** In which months the ledger can have entries. Throws {@link SetupFault} where there is no program. */
export async function monthsWithEntries(
  ledger: Pick<Ledger, 'program'>,
  now: () => number,
): Promise<MonthsWithEntries> {
  const { published, rules } = await ledger.program()
  const [first, zone] = [published[0], rules[0]?.timeZone]
  if (!first || zone === undefined) throw new SetupFault('The ledger has no edition yet. Publish the program first.')
  // The demo's past is told as of when it happened, also before its first edition was in force.
  const since = Math.min(parseMonth(first.effectiveFrom), monthOf(Date.parse(first.publishedAt), zone))
  const current = () => monthOf(now(), zone)
  const months = () => Array.from({ length: Math.max(0, current() - since + 1) }, (_, place) => since + place)
  return { timeZone: zone, current, since, months }
}
