import { type AttributeValue, DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { describeDifference } from '#ledger/describe-difference.ts'
import { rebuild } from '#ledger/rebuild.ts'
import type { FreshLedger } from './fresh-ledger.ts'
import { asks, perkShop } from './perk-shop.ts'
import { storedItems } from './stored-items.ts'

// Many databases' worth of calls: time enough also on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 })

const check = (fresh: FreshLedger, repair = false) =>
  rebuild({ client: fresh.client, table: fresh.table, timeZone: 'Europe/London', repair })

const REQUESTS = [
  asks('coffee', { member: 'm-2' }),
  asks('lounge', { member: 'm-2', perk: 'lounge' }),
  asks('too late', { member: 'm-2', perk: 'lounge' }),
  asks('wrap', { perk: 'wrap' }),
  asks('sample', { perk: 'sample', basket: { amountMinor: 1, categories: [], order: 'o-1' } }),
  asks('samples', { perk: 'sample', basket: { amountMinor: 1, categories: [], order: 'o-1' } }),
]

/** All requests, and the coffee taken back. */
async function shopWithUses() {
  const fresh = await perkShop()
  await redeemAll(fresh)
  return fresh
}

async function redeemAll({ ledger }: FreshLedger) {
  for (const request of REQUESTS) await ledger.redeem(request)
  const coffee = await ledger.redeem(asks('coffee', { member: 'm-2' }))
  if (coffee.kind === 'granted') await ledger.reverse(coffee.redemption.id, 'till-1')
}

async function remove({ client, table }: FreshLedger, { pk, sk }: Record<string, AttributeValue>) {
  if (pk && sk) await client.send(new DeleteItemCommand({ TableName: table, Key: { pk, sk } }))
}

async function itemOf(fresh: FreshLedger, kind: string) {
  const [item] = [...(await storedItems(fresh)).values()].filter(
    ({ pk, type }) => pk?.S?.startsWith(kind) && type?.S !== 'refused',
  )
  if (!item) throw new Error(`There is no ${kind} here.`)
  return item
}

const change = async (fresh: FreshLedger, kind: string, attributes: Record<string, AttributeValue>) =>
  fresh.client.send(
    new PutItemCommand({ TableName: fresh.table, Item: { ...(await itemOf(fresh, kind)), ...attributes } }),
  )

test('what was redeemed and taken back in the ordinary way shows no differences', async () => {
  const { differences, misfolded } = await check(await shopWithUses())
  expect(differences.map(describeDifference)).toEqual([])
  expect(misfolded).toEqual([])
})

test('a count that is off is named, with what it is and what it should be', async () => {
  const fresh = await shopWithUses()
  await change(fresh, 'order:', { uses: { N: '9' } })
  const { differences } = await check(fresh)
  expect(differences.map(describeDifference)).toEqual([
    'uses of order:["m-1","sample","o-1"] .: stored is "9", the entries make "2"',
  ])
})

test.each([
  ['a member', 'member:'],
  ['a use', 'redemption:'],
  ['a reversal', 'reversal:'],
  ['an order’s count', 'order:'],
  ['a cost total', 'costs:'],
])('a torn restore that lost %s is found, and repaired', async (_, kind) => {
  const fresh = await shopWithUses()
  await remove(fresh, await itemOf(fresh, kind))
  expect((await check(fresh)).differences).not.toEqual([])
  expect((await check(fresh, true)).leftAlone).toBe(0)
  expect((await check(fresh)).differences).toEqual([])
})

test('totals and counters of nobody are put to rest', async () => {
  const fresh = await perkShop()
  await change(fresh, 'member:', { 'uses:tea': { L: Array.from({ length: 7 }, () => ({ N: '1' })) } })
  const sk = { S: '2026-05["tea","gold",1,"till-1",0]' }
  const lost = { pk: { S: 'costs:0' }, sk, entries: { N: '4' }, uses: { N: '3' }, accrued: { N: '9' } }
  await fresh.client.send(new PutItemCommand({ TableName: fresh.table, Item: lost }))
  expect((await check(fresh)).differences).toHaveLength(4)
  expect((await check(fresh, true)).leftAlone).toBe(0)
  expect((await check(fresh)).differences).toEqual([])
})

test('I14: whatever items a restore loses, a repair makes the rest consistent, and asking again keeps it so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.boolean()), async (isLost) => {
      const fresh = await shopWithUses()
      for (const item of (await storedItems(fresh)).values()) {
        const isProgram = item.pk?.S === 'editions' || item.pk?.S === 'costs'
        if (!isProgram && isLost.next().value) await remove(fresh, item)
      }
      expect((await check(fresh, true)).leftAlone).toBe(0)
      expect((await check(fresh)).differences.map(describeDifference)).toEqual([])
      await redeemAll(fresh)
      expect((await check(fresh)).differences.map(describeDifference)).toEqual([])
    }),
    { numRuns: 30 },
  )
})
