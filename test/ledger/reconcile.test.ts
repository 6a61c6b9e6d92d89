import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { describe, expect, test } from 'vitest'
import { costPlace } from '#ledger/cost-total.ts'
import { keyOf, redemptionPk } from '#ledger/keys.ts'
import { openBooks } from '#ledger/open-books.ts'
import { reconcile } from '#ledger/reconcile.ts'
import type { Redeemed } from '#ledger/redemption.ts'
import { parseMonth } from '#program/month.ts'
import { NOW } from './fresh-ledger.ts'
import { asks, perkShop } from './perk-shop.ts'

const JUNE = { from: parseMonth('2026-06'), to: parseMonth('2026-06') }
const patience = { sleep: () => Promise.resolve() }
const pause = () => Promise.resolve()

async function shop() {
  const clock = { now: NOW }
  const now = () => clock.now
  const { ledger, client, table } = await perkShop({ now })
  const books = openBooks({ client, table, now, timeZone: 'Europe/London', patience })
  const check = (period = JUNE) => reconcile(books, period, { now, pause })
  return { ledger, client, table, books, clock, check }
}

const idOf = (redeemed: Redeemed) => {
  if (redeemed.kind !== 'granted') throw new Error('The perk is everyone’s.')
  return redeemed.redemption.id
}

describe('the totals agree with the entries', () => {
  test('after uses of several perks, and some taken back', async () => {
    const { ledger, check } = await shop()
    const ids = []
    for (let use = 0; use < 9; use++)
      ids.push(idOf(await ledger.redeem(asks(`k-${use}`, { sender: `till-${use % 2}` }))))
    for (const id of ids.slice(0, 4)) await ledger.reverse(id, 'till-1')
    expect(await check()).toEqual({ entries: 13, uses: 5, accruedMinor: 5 * 40, trueUpMinor: 0, differences: [] })
  })

  test('where there is nothing', async () => {
    const { check } = await shop()
    expect(await check()).toEqual({ entries: 0, uses: 0, accruedMinor: 0, trueUpMinor: 0, differences: [] })
  })

  test('at any instant, while many tills use perks and take uses back', async () => {
    const { ledger, check, clock } = await shop()
    let isOpen = true
    const till = async (name: string) => {
      for (let use = 0; isOpen; use++) {
        clock.now++
        const redeemed = await ledger.redeem(asks(`${name}-${use}`, { sender: name }))
        if (use % 3 === 0 && redeemed.kind === 'granted') await ledger.reverse(redeemed.redemption.id, name)
      }
    }
    const tills = Array.from({ length: 8 }, (_, index) => till(`till-${index % 3}-${index}`))
    const seen: number[] = []
    for (let look = 0; look < 15; look++) {
      const { entries, differences } = await check()
      expect(differences).toEqual([])
      seen.push(entries)
    }
    isOpen = false
    await Promise.all(tills)
    // Otherwise it would have looked at a shop in which nothing happens.
    expect(seen.at(-1)).toBeGreaterThan(seen[0] ?? 0)
    expect((await check()).differences).toEqual([])
  })
})

describe('a difference is found, and where it is', () => {
  test('when a total was changed behind our backs', async () => {
    const { ledger, client, table, check } = await shop()
    const id = idOf(await ledger.redeem(asks('k-1')))
    const place = { month: JUNE.from, perk: 'coffee', tier: 'member', edition: 1, source: 'till-1' }
    const { pk, sk } = costPlace({ ...place, redemption: id })
    await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: { ...keyOf(pk, sk) },
        UpdateExpression: 'ADD accrued :one',
        ExpressionAttributeValues: { ':one': { N: '1' } },
      }),
    )
    const [difference, ...more] = (await check()).differences
    expect(more).toEqual([])
    expect(difference).toMatchObject({ ...place, inTotals: { accruedMinor: 41 }, inEntries: { accruedMinor: 40 } })
  })

  test('when an entry is gone, and then again when it was an old one', async () => {
    for (const later of [0, 86_400_000]) {
      const { ledger, client, table, check, clock } = await shop()
      await ledger.redeem(asks('k-0'))
      const id = idOf(await ledger.redeem(asks('k-1')))
      await client.send(new DeleteItemCommand({ TableName: table, Key: { ...keyOf(redemptionPk(id)) } }))
      clock.now += later
      expect((await check()).differences).toMatchObject([{ inTotals: { entries: 2 }, inEntries: { entries: 1 } }])
    }
  })

  test('but not when an index is a moment late', async () => {
    const { ledger, books, clock } = await shop()
    await ledger.redeem(asks('k-0'))
    const late = idOf(await ledger.redeem(asks('k-1')))
    let looks = 0
    const lagging = {
      costTotals: books.costTotals,
      async *costEntries(...of: Parameters<typeof books.costEntries>) {
        for await (const entry of books.costEntries(...of)) if (entry.id !== late || looks > 2) yield entry
      },
    }
    const wait = async () => {
      looks++
    }
    expect((await reconcile(lagging, JUNE, { now: () => clock.now, pause: wait })).differences).toEqual([])
    expect(looks).toBeGreaterThan(2)
  })
})
