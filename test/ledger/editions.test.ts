import { expect, test } from 'vitest'
import { openLedger } from '#ledger/open-ledger.ts'
import type { PublishedEdition } from '#program/document.ts'
import { EditionError } from '#program/edition.ts'
import { faultyClient } from '../faults/faulty-client.ts'
import { purchase } from './events.ts'
import { freshLedger, NOW } from './fresh-ledger.ts'

const edition = (number: number, effectiveFrom: string, name = 'Rewards'): PublishedEdition => ({
  edition: number,
  effectiveFrom,
  publishedAt: '2025-11-18T09:00:00Z',
  document: {
    ...{ id: 'rewards', name, currency: 'GBP', timeZone: 'Europe/London', noticeDays: 30 },
    qualification: { period: 'sliding', months: 12, keep: 1, softLanding: true },
    ...{ standards: [], perks: [], tiers: [{ id: 'member', name: 'Member' }] },
  },
})

test('editions come back as published, oldest first, with their rules beside them', async () => {
  const { ledger } = await freshLedger()
  for (const number of [2, 10, 1]) expect(await ledger.publish(edition(number, `20${10 + number}-01`))).toBe(true)
  const { published, rules } = await ledger.program()
  expect(published).toEqual([edition(1, '2011-01'), edition(2, '2012-01'), edition(10, '2020-01')])
  expect(rules.map((each) => each.edition)).toEqual([1, 2, 10])
})

test('of two who publish at once exactly one wins, and what was published stays', async () => {
  const { ledger } = await freshLedger()
  const won = await Promise.all(['mine', 'yours'].map((name) => ledger.publish(edition(1, '2026-01', name))))
  expect(won.toSorted()).toEqual([false, true])
  expect(await ledger.publish(edition(1, '2026-02'))).toBe(false)
  const [published] = (await ledger.program()).published
  expect(published?.document.name).toBe(won[0] ? 'mine' : 'yours')
})

test('a publication whose answer was lost is not taken for somebody else’s', async () => {
  const { table } = await freshLedger()
  const faults = ['done-then-reset'] as const
  let calls = 0
  const { client } = faultyClient(() => faults[calls++] ?? 'none', 2)
  const ledger = openLedger({ client, table, now: () => NOW })
  expect(await ledger.publish(edition(1, '2026-01'))).toBe(true)
})

test('the program is read once a minute, and at once after one’s own publication', async () => {
  const clock = { now: NOW }
  const { ledger, client, table } = await freshLedger({ now: () => clock.now })
  const other = openLedger({ client, table, now: () => NOW })
  const known = async () => (await ledger.program()).published.length
  expect(await known()).toBe(0)
  await other.publish(edition(1, '2026-01'))
  clock.now += 59_999
  expect(await known()).toBe(0)
  clock.now += 1
  expect(await known()).toBe(1)
  await ledger.publish(edition(2, '2026-02'))
  expect(await known()).toBe(2)
})

test('months are counted in the zone of the edition, unless told otherwise', async () => {
  const { client, table } = await freshLedger()
  const ledger = openLedger({ client, table, now: () => NOW })
  await expect(ledger.record([purchase('a')])).rejects.toThrow(EditionError)
  await ledger.publish(edition(1, '2026-01'))
  await ledger.record([purchase('a', { time: Date.UTC(2026, 4, 31, 23, 30) })])
  expect((await ledger.member('m-1'))?.sums.months[0]?.month).toBe(2026 * 12 + 5)
})

test('what an edition costs stands beside it, and is no part of what is published', async () => {
  const { ledger, client, table } = await freshLedger()
  expect(await ledger.costs(1)).toEqual({})
  const costs = { lounge: { unit: '9.50', account: 'Expenses:Loyalty:Access' } }
  await ledger.publish(edition(1, '2026-01'), costs)
  await ledger.publish(edition(2, '2026-02'))
  expect(await ledger.costs(1)).toEqual(costs)
  expect(await openLedger({ client, table, now: () => NOW }).costs(2)).toEqual({})
  expect(JSON.stringify(await ledger.program())).not.toContain('9.50')
})

test('of two that publish one number the costs are those of the one that won', async () => {
  const { ledger } = await freshLedger()
  await ledger.publish(edition(1, '2026-01'), { lounge: { unit: '1.00' } })
  expect(await ledger.publish(edition(1, '2026-01', 'yours'), { lounge: { unit: '2.00' } })).toBe(false)
  expect(await ledger.costs(1)).toEqual({ lounge: { unit: '1.00' } })
})
