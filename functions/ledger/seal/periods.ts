import { type Month, parseMonth } from '#program/month.ts'
import { monthOf, startOfMonth } from '#program/zone.ts'
import type { Books } from '../books.ts'
import type { Closing } from '../closing.ts'
import type { Program } from '../ledger.ts'

/** A month, and whether it is closed or can be. */
export interface ClosablePeriod {
  readonly month: Month
  /** `waiting`: an earlier month has to be closed first. `open`: it is not over, or not for an hour yet. */
  readonly state: 'closed' | 'ready' | 'waiting' | 'open'
  /** Epoch milliseconds: from when on it can be closed. */
  readonly closable: number
  /** Undefined until it is closed. */
  readonly closing?: Closing
}

/** A machine whose clock lags may book in a month that is over; an hour later none does. */
const GRACE_MS = 3_600_000

/** Epoch milliseconds from when on a month can be closed. */
export const closableAt = (month: Month, timeZone: string): number => startOfMonth(month + 1, timeZone) + GRACE_MS

/** The months since the first entry, newest first; empty while there is none. */
export async function closablePeriods(
  books: Pick<Books, 'closings' | 'booked'>,
  program: Program,
  now: number,
): Promise<readonly ClosablePeriod[]> {
  const timeZone = program.rules[0]?.timeZone
  if (timeZone === undefined) return []
  const closings = new Map((await books.closings()).map((closing) => [closing.month, closing]))
  const current = monthOf(now, timeZone)
  const first = Math.min(...closings.keys())
  const from = Number.isFinite(first) ? first : await firstBooked(books, program, now)
  if (from === undefined) return []
  const next = from + closings.size
  const periods = Array.from({ length: current - from + 1 }, (_, back): ClosablePeriod => {
    const month = current - back
    const closable = closableAt(month, timeZone)
    const closing = closings.get(month)
    if (closing) return { month, state: 'closed', closable, closing }
    return { month, state: now < closable ? 'open' : month === next ? 'ready' : 'waiting', closable }
  })
  return periods
}

/** Nothing is booked before there is a program, but for one whose past was told later, from its first month on. */
async function firstBooked(
  books: Pick<Books, 'booked'>,
  { published, rules }: Program,
  now: number,
): Promise<Month | undefined> {
  const timeZone = rules[0]?.timeZone ?? 'UTC'
  const current = monthOf(now, timeZone)
  const begins = published.flatMap(({ effectiveFrom, publishedAt }) => [
    parseMonth(effectiveFrom),
    monthOf(Date.parse(publishedAt), timeZone),
  ])
  for (let month = Math.min(current, ...begins); month <= current; month++) {
    for await (const _ of books.booked(month)) return month
  }
  return undefined
}
