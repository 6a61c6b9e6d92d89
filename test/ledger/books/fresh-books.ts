import type { Books } from '#ledger/books.ts'
import type { CostEntry, Period } from '#ledger/cost-entry.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { openBooks } from '#ledger/open-books.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import type { Redemption } from '#ledger/redemption.ts'
import { parseMonth } from '#program/month.ts'
import { type FreshLedger, NOW } from '../fresh-ledger.ts'
import { perkShop } from '../perk-shop.ts'

export interface FreshBooks extends FreshLedger {
  readonly books: Books
  readonly clock: { now: number }
  /** A ledger whose clock is the one given: another machine. */
  readonly ledgerAt: (now: () => number) => Ledger
}

const patience = { sleep: () => Promise.resolve() }

/** The perk shop with its books, and a clock that the test sets. */
export async function freshBooks(now = NOW): Promise<FreshBooks> {
  const clock = { now }
  const fresh = await perkShop({ now: () => clock.now })
  const options = { client: fresh.client, table: fresh.table, timeZone: 'Europe/London', patience }
  const books = openBooks({ ...options, now: () => clock.now })
  return { ...fresh, books, clock, ledgerAt: (at) => openLedger({ ...options, now: at }) }
}

export const period = (from: string, to = from): Period => ({ from: parseMonth(from), to: parseMonth(to) })

export const EVER = period('2020-01', '2030-12')

export async function entriesOf(books: Books, months = EVER, after?: CostEntry): Promise<readonly CostEntry[]> {
  const entries: CostEntry[] = []
  for await (const entry of books.costEntries(months, after)) entries.push(entry)
  return entries
}

/** What was granted; a test that is refused fails here. */
export async function granted(answer: ReturnType<Ledger['redeem']>): Promise<Redemption> {
  const redeemed = await answer
  if (redeemed.kind !== 'granted') throw new Error(`It was not granted: ${JSON.stringify(redeemed)}`)
  return redeemed.redemption
}
