import { type AttributeValue, DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { describeDifference } from '#ledger/describe-difference.ts'
import { rebuild } from '#ledger/rebuild.ts'
import { balance, enrolment, plan, purchase, refund } from './events.ts'
import { type FreshLedger, freshLedger, NOW } from './fresh-ledger.ts'
import { cut, cuts, streams } from './lives.ts'
import { storedItems } from './stored-items.ts'

// Many databases' worth of calls: time enough also on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 })

const LIFE = [
  enrolment('e', { emailHash: 'hash', name: 'Anna' }),
  purchase('a', { units: 2 }),
  refund('r', 'a'),
  refund('early', 'later'),
  refund('loose', undefined),
  balance('b', 5_000),
  plan('p', NOW),
  purchase('ahead', { time: NOW + 1_000 }),
]

const check = (fresh: FreshLedger, repair = false) =>
  rebuild({ client: fresh.client, table: fresh.table, timeZone: 'Europe/London', repair })

async function ledgerWithLife() {
  const fresh = await freshLedger()
  await fresh.ledger.record(LIFE)
  return fresh
}

const remove = ({ client, table }: FreshLedger, pk: string) =>
  client.send(new DeleteItemCommand({ TableName: table, Key: { pk: { S: pk }, sk: { S: '.' } } }))

async function change(fresh: FreshLedger, pk: string, attributes: Record<string, AttributeValue>) {
  const item = (await storedItems(fresh)).get(pk)
  await fresh.client.send(new PutItemCommand({ TableName: fresh.table, Item: { ...item, ...attributes } }))
}

test('what was recorded in the ordinary way shows no differences', async () => {
  const report = await check(await ledgerWithLife())
  expect(report).toEqual({ members: 1, entries: LIFE.length, differences: [], misfolded: [], leftAlone: 0 })
})

test('an empty ledger has no differences', async () => {
  expect(await check(await freshLedger())).toMatchObject({ members: 0, entries: 0, differences: [] })
})

test('a month that is off is named, with what it is and what it should be', async () => {
  const fresh = await ledgerWithLife()
  await change(fresh, 'member:m-1', { IS: { N: '1' } })
  const { differences } = await check(fresh)
  expect(differences.map(describeDifference)).toEqual([
    'm-1: purchases of 2026-05: stored is 0 in 0 orders with 1 units, the entries make 7500 in 1 orders with 2 units',
  ])
})

test.each([
  ['the member was not restored', (fresh: FreshLedger) => remove(fresh, 'member:m-1')],
  ['an entry was not restored', (fresh: FreshLedger) => remove(fresh, 'entry:["shop-1","a"]')],
  ['a refund was not restored', (fresh: FreshLedger) => remove(fresh, 'entry:["shop-1","r"]')],
  ['the waiting refund was not restored', (fresh: FreshLedger) => remove(fresh, 'entry:["shop-1","later"]')],
  ['the address was not restored', (fresh: FreshLedger) => remove(fresh, 'email:hash')],
  ['the enrolment was not restored', (fresh: FreshLedger) => remove(fresh, 'entry:["shop-1","e"]')],
  ['the address leads to a stranger', (fresh: FreshLedger) => change(fresh, 'email:hash', { holder: { S: 'm-2' } })],
  [
    'sums of nobody were left',
    (fresh: FreshLedger) =>
      change(fresh, 'member:m-9', {
        ...{ pk: { S: 'member:m-9' }, sk: { S: '.' }, entries: { N: '1' }, IS: { N: '5' } },
      }),
  ],
] as const)('a torn restore where %s is found, and repaired', async (_, tear) => {
  const fresh = await ledgerWithLife()
  await tear(fresh)
  expect((await check(fresh)).differences).not.toEqual([])
  expect((await check(fresh, true)).leftAlone).toBe(0)
  expect((await check(fresh)).differences).toEqual([])
})

test('a repair leaves the end of sessions alone', async () => {
  const fresh = await ledgerWithLife()
  await fresh.ledger.signOut('m-1', NOW)
  await change(fresh, 'member:m-1', { entries: { N: '99' }, '-ZZ': { N: '1' } })
  expect((await check(fresh, true)).differences).toHaveLength(2)
  expect(await fresh.ledger.member('m-1')).toMatchObject({ entries: LIFE.length, signedOutAt: NOW })
})

test('after a repair that took an entry for lost, sending it again counts it once', async () => {
  const fresh = await ledgerWithLife()
  const before = await fresh.ledger.member('m-1')
  await remove(fresh, 'entry:["shop-1","a"]')
  await check(fresh, true)
  expect(await fresh.ledger.record(LIFE)).toEqual(LIFE.map(({ id }) => (id === 'a' ? 'recorded' : 'duplicate')))
  expect(await fresh.ledger.member('m-1')).toEqual(before)
})

test('I14: rebuilding any ledger from its entries gives exactly what is there', async () => {
  await fc.assert(
    fc.asyncProperty(streams, cuts, async (events, lengths) => {
      const fresh = await freshLedger()
      for (const batch of cut(events, lengths)) await fresh.ledger.record(batch)
      const report = await check(fresh)
      expect(report.differences.map(describeDifference)).toEqual([])
      expect(report.misfolded).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('I14: whatever items a restore loses, a repair makes the rest consistent', async () => {
  await fc.assert(
    fc.asyncProperty(streams, fc.infiniteStream(fc.boolean()), async (events, isLost) => {
      let now = NOW
      const fresh = await freshLedger({ now: () => now })
      await fresh.ledger.record(events)
      for (const pk of (await storedItems(fresh)).keys()) if (isLost.next().value) await remove(fresh, pk)
      expect((await check(fresh, true)).leftAlone).toBe(0)
      const report = await check(fresh)
      expect(report.differences.map(describeDifference)).toEqual([])
      // Whoever is recognised by an address is who was recorded first, so what is told again is told later.
      now += 1_000
      await fresh.ledger.record(events)
      expect((await check(fresh)).differences.map(describeDifference)).toEqual([])
    }),
    { numRuns: 40 },
  )
})
