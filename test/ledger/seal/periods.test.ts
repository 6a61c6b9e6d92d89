import { expect, test } from 'vitest'
import type { Program } from '#ledger/ledger.ts'
import { closablePeriods } from '#ledger/seal/periods.ts'
import { editionOf } from '#program/edition.ts'
import { formatMonth } from '#program/month.ts'
import { edition } from '../perk-shop.ts'
import { bought, MAY, memoryBooks } from './booked-months.ts'

/** A program for July that was published late on the last evening of May in Los Angeles: in June already, in UTC. */
const program: Program = (() => {
  const { document, ...dated } = { ...edition(1, '2026-07'), publishedAt: '2026-06-01T02:00:00Z' }
  const inLosAngeles = { ...document, timeZone: 'America/Los_Angeles' }
  return {
    published: [{ ...dated, document: inLosAngeles }],
    rules: [editionOf({ ...inLosAngeles, ...dated })],
  }
})()

test('the first month is that of the shop’s own calendar, so that nothing booked on its first evening is left out', async () => {
  const books = memoryBooks(new Map([[MAY, [bought(1)]]]))
  const periods = await closablePeriods(books, program, Date.UTC(2026, 5, 1, 8))
  expect(periods.map(({ month, state }) => `${formatMonth(month)} ${state}`)).toEqual(['2026-06 open', '2026-05 ready'])
})

test('a month can be closed an hour after it ended where the shop is, also when clocks change in it', async () => {
  const books = memoryBooks(new Map([[MAY, [bought(1)]]]))
  const [november] = await closablePeriods(books, program, Date.UTC(2026, 10, 20))
  // Winter time there is eight hours behind.
  expect(new Date(november?.closable ?? 0).toISOString()).toBe('2026-12-01T09:00:00.000Z')
})
