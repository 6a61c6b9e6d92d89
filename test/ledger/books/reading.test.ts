import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb'
import { expect, test, vi } from 'vitest'
import { openBooks } from '#ledger/open-books.ts'
import { parseMonth } from '#program/month.ts'
import { faultyClient } from '../../faults/faulty-client.ts'
import { purchase } from '../events.ts'
import { charged } from '../fresh-books.ts'
import { freshLedger } from '../fresh-ledger.ts'
import { asks, COSTS, edition } from '../perk-shop.ts'
import { EVER, entriesOf, freshBooks, granted, period } from './fresh-books.ts'

// A thousand uses: time enough also on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 })

const JULY = Date.parse('2026-07-03T12:00:00Z')

test('a use, taken back in the next month, stands in both months with perk, tier, edition and source of the use', async () => {
  const { ledger, books, clock } = await freshBooks()
  const basket = { amountMinor: 5_990, categories: ['suits'], order: 'o-1' }
  const use = await granted(ledger.redeem(asks('a', { member: 'm-2', perk: 'delivery', basket })))
  const usedAt = clock.now
  clock.now = JULY
  await ledger.reverse(use.id, 'till-2')
  const place = { perk: 'delivery', tier: 'silver', edition: 1, source: 'till-1' }
  expect(await books.costTotals(EVER)).toEqual([
    { ...place, month: parseMonth('2026-06'), entries: 1, uses: 1, accruedMinor: 320, trueUpMinor: 0 },
    { ...place, month: parseMonth('2026-07'), entries: 1, uses: -1, accruedMinor: -320, trueUpMinor: 0 },
  ])
  const both = { ...place, member: 'm-2', redemption: use.id, usedAt, order: 'o-1', invoice: null }
  const entries = [
    {
      ...{ ...both, id: use.id, kind: 'use', bookedAt: usedAt, month: parseMonth('2026-06') },
      ...{ basketMinor: 5_990, worthMinor: 495, costMinor: 320 },
    },
    {
      ...{ ...both, id: `v-${use.id.slice(2)}`, kind: 'reversal', bookedAt: JULY, month: parseMonth('2026-07') },
      ...{ basketMinor: null, worthMinor: null, costMinor: -320 },
    },
  ]
  expect(await entriesOf(books)).toEqual(entries)
  expect(await books.costEntriesOf(use.id)).toEqual(entries)
  expect(await entriesOf(books, period('2026-07'))).toEqual(entries.slice(1))
})

test('entries of one instant come by their ids, and reading goes on after any of them', async () => {
  const { ledger, books, clock } = await freshBooks()
  for (let at = 0; at < 12; at++) {
    if (at % 4 === 0) clock.now += 1_000
    await ledger.redeem(asks(`k-${at}`))
  }
  const entries = await entriesOf(books)
  const inOrder = entries.toSorted((one, other) => one.bookedAt - other.bookedAt || (one.id < other.id ? -1 : 1))
  expect(entries).toHaveLength(12)
  expect(entries).toEqual(inOrder)
  for (const [at, entry] of entries.entries()) {
    expect(await entriesOf(books, EVER, entry)).toEqual(entries.slice(at + 1))
  }
})

test('a refused attempt costs nothing and is no entry', async () => {
  const { ledger, books } = await freshBooks()
  const answer = await ledger.redeem(asks('a', { perk: 'lounge' }))
  expect(answer.kind).toBe('refused')
  expect(await entriesOf(books)).toEqual([])
  expect(await books.costTotals(EVER)).toEqual([])
  expect(answer.kind === 'refused' && (await books.costEntriesOf(answer.refusal.id))).toEqual([])
})

test.each(['', 'r-1', 'v-0', '__proto__', 'entry:["shop","a"]'])('there is nothing about the use "%s"', async (id) => {
  const { books } = await freshBooks()
  expect(await books.costEntriesOf(id)).toEqual([])
})

test('twelve months of costs are three calls, however many uses there were', async () => {
  const { ledger, table } = await freshBooks()
  for (let at = 0; at < 30; at++) await ledger.redeem(asks(`k-${at}`, { sender: `till-${at % 3}` }))
  const { client, calls } = faultyClient(() => 'none')
  const books = openBooks({ client, table, now: () => JULY, timeZone: 'Europe/London' })
  const totals = await books.costTotals(period('2025-07', '2026-06'))
  expect(calls()).toBe(3)
  expect(totals.reduce((sum, { uses }) => sum + uses, 0)).toBe(30)
})

test('totals that do not fit into one answer are read to their end', async () => {
  const { client, table, books } = await freshBooks()
  const [parts, each] = [3, 1_300]
  const total = (at: number) => {
    const sk = `2026-06${JSON.stringify(['coffee', 'member', 1, `till-${at}-${'x'.repeat(900)}`, 0])}`
    const counts = { entries: { N: '1' }, uses: { N: '1' }, accrued: { N: '40' }, trueUp: { N: '0' } }
    return { PutRequest: { Item: { pk: { S: `costs:${at % parts}` }, sk: { S: sk }, ...counts } } }
  }
  const all = Array.from({ length: parts * each }, (_, at) => total(at))
  for (let from = 0; from < all.length; from += 25) {
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: all.slice(from, from + 25) } }))
  }
  const totals = await books.costTotals(period('2026-06'))
  expect(new Set(totals.map(({ source }) => source)).size).toBe(all.length)
})

test('everything recorded in a month is there, in the order of recording, each with its content', async () => {
  const { ledger, books, clock } = await freshBooks()
  const month = parseMonth('2026-07')
  clock.now = JULY
  await ledger.record([purchase('a', { time: JULY - 86_400_000 * 60, note: 'a gift' })])
  clock.now += 1
  const use = await granted(ledger.redeem(asks('a')))
  clock.now += 1
  await ledger.reverse(use.id, 'till-1')
  const booked = []
  for await (const one of books.booked(month)) booked.push(one)
  expect(booked).toMatchObject([
    {
      kind: 'event',
      entry: { id: 'a', recordedAt: JULY, note: 'a gift', salt: expect.stringMatching(/^[0-9a-f]{32}$/) },
    },
    { kind: 'redemption', redemption: use },
    { kind: 'reversal', reversal: { redemption: use.id } },
  ])
})

test('an event without anything personal carries no salt', async () => {
  const { ledger } = await freshBooks()
  await ledger.record([purchase('plain')])
  const entry = (await ledger.history('m-1')).find(({ id }) => id === 'plain')
  expect(entry).toBeDefined()
  expect(entry).not.toHaveProperty('salt')
})

test('members are all listed, also those that only used something', async () => {
  const { books } = await freshBooks()
  const members = []
  for await (const { id } of books.members()) members.push(id)
  expect(members.sort()).toEqual(['m-1', 'm-2'])
})

test('what came on the first evening is listed too, where the shop’s month is not that of UTC', async () => {
  const timeZone = 'America/Los_Angeles'
  // The last evening of May there.
  const now = () => Date.UTC(2026, 5, 1, 3)
  const { ledger, client, table } = await freshLedger({ now, timeZone })
  await ledger.publish({ ...edition(1, '2026-01'), publishedAt: '2026-06-01T02:00:00Z' }, COSTS)
  const books = openBooks({ client, table, now, timeZone })
  await books.recordActuals([charged('first', { order: 'o-1' })])
  expect((await books.actuals({ limit: 10, cursor: null })).items).toMatchObject([{ id: 'first' }])
})
