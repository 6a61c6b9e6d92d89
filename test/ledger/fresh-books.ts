import type { ActualCost } from '#ledger/actual-cost.ts'
import type { Books } from '#ledger/books.ts'
import type { CostEntry } from '#ledger/cost-entry.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { openBooks } from '#ledger/open-books.ts'
import { parseMonth } from '#program/month.ts'
import { type FreshLedger, NOW } from './fresh-ledger.ts'
import { asks, perkShop } from './perk-shop.ts'

export interface BookShop extends FreshLedger {
  readonly books: Books
  /** Stands at NOW until the test moves it. */
  readonly clock: { now: number }
}

/** The shop with perks and two members, its books beside the ledger. */
export async function bookShop(): Promise<BookShop> {
  const clock = { now: NOW }
  const now = () => clock.now
  const fresh = await perkShop({ now })
  return { ...fresh, clock, books: booksOf(fresh, now) }
}

/** The books of a ledger; nobody waits between attempts. */
export function booksOf(
  { client, table }: Pick<FreshLedger, 'client' | 'table'>,
  now: () => number = () => NOW,
): Books {
  return openBooks({ client, table, now, timeZone: 'Europe/London', patience: { sleep: () => Promise.resolve() } })
}

/** A use of the ledger's first member, for an order if one is given; its id. */
export async function used(ledger: Ledger, key: string, perk = 'coffee', order?: string): Promise<string> {
  const basket = { amountMinor: 6_000, categories: ['suits'], ...(order !== undefined && { order }) }
  const answer = await ledger.redeem(asks(key, { perk, basket }))
  if (answer.kind !== 'granted') throw new Error(`${key}: ${answer.kind}`)
  return answer.redemption.id
}

/** A line of the carrier's invoice, of £0.50 unless the test says otherwise. */
export const charged = (id: string, rest: Partial<ActualCost>): ActualCost => ({
  ...{ source: 'parcel-line', id, time: NOW - 86_400_000, amountMinor: 50 },
  ...rest,
})

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/** What a use cost, by its entries. */
export async function costOf(books: Books, redemption: string): Promise<number> {
  return sum((await books.costEntriesOf(redemption)).map(({ costMinor }) => costMinor))
}

const EVER = { from: parseMonth('2026-01'), to: parseMonth('2027-12') }

/** All there is: by the totals, and by the entries. */
export async function costsOfAll(books: Books): Promise<{ readonly totals: number; readonly entries: number }> {
  const totals = await books.costTotals(EVER)
  const entries: CostEntry[] = []
  for await (const entry of books.costEntries(EVER)) entries.push(entry)
  return {
    totals: sum(totals.map(({ accruedMinor, trueUpMinor }) => accruedMinor + trueUpMinor)),
    entries: sum(entries.map(({ costMinor }) => costMinor)),
  }
}
