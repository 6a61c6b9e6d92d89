import { expect, inject, test } from 'vitest'
import { type FinanceDeps, financeApp } from '#finance/app.ts'
import { connect } from '#ledger/client.ts'
import { openBooks } from '#ledger/open-books.ts'
import type { Sealing } from '#ledger/seal/close-month.ts'
import { checked } from '../http/checked.ts'
import { as, identifyRole, report } from '../http/roles.ts'
import { NOW } from '../ledger/fresh-ledger.ts'
import { asks, perkShop } from '../ledger/perk-shop.ts'

const MONTHS = ['2025-08', '2025-11', '2026-02', '2026-05', '2026-06']

/** A shop whose members used perks in several months, and finance with a client that counts its calls. */
async function shopWithUses(usesAMonth: number) {
  const clock = { now: NOW }
  const now = () => clock.now
  const { ledger, table } = await perkShop({ now })
  for (const month of MONTHS) {
    clock.now = Date.parse(`${month}-10T12:00:00Z`)
    for (let use = 0; use < usesAMonth; use++) {
      const perk = use % 3 === 0 ? 'delivery' : 'coffee'
      const basket = { amountMinor: 9_000, categories: [], order: `${month}-${use}` }
      const redeemed = await ledger.redeem(asks(`${month}-${use}`, { perk, basket, sender: `till-${use % 4}` }))
      if (redeemed.kind === 'granted' && use % 5 === 0) await ledger.reverse(redeemed.redemption.id, 'till-0')
    }
  }
  clock.now = NOW
  const client = connect({ endpoint: inject('databaseEndpoint') })
  let calls = 0
  client.middlewareStack.add(
    (next) => (args) => {
      calls++
      return next(args)
    },
    { step: 'initialize' },
  )
  const deps = { ledger, identify: identifyRole, now, pseudonym: (member: string) => `p-${member}`, report }
  const app = financeApp({
    ...deps,
    books: openBooks({ client, table, now }),
    press: {} as FinanceDeps['press'],
    sealing: {} as Sealing,
  })
  const send = checked(app)
  const ask = (path: string) => send(`/finance/${path}`, { headers: as('finance') })
  return {
    ask,
    callsOf: async (path: string) => {
      await ask('costs')
      calls = 0
      await ask(path)
      return calls
    },
  }
}

test('twelve months of costs take three calls of the database, however many uses there were', async () => {
  const [few, many] = [await shopWithUses(1), await shopWithUses(30)]
  for (const by of ['', 'perk', 'perk,tier,month,edition,source']) {
    expect([await few.callsOf(`costs?by=${by}`), await many.callsOf(`costs?by=${by}`)]).toEqual([3, 3])
  }
  expect(await many.callsOf('costs?from=2021-07&to=2026-06&perk=coffee')).toBe(3)
})

test('what the totals say is what the entries say, one by one, by whatever they are told apart', async () => {
  const { ask } = await shopWithUses(12)
  const { total, items } = (await ask('costs?by=month,perk,source')).body
  expect(total.entries).toBeGreaterThan(60)
  const sums = new Map<string, { entries: number; uses: number; minor: number }>()
  let cursor: string | null = null
  do {
    const { body }: Awaited<ReturnType<typeof ask>> = await ask(`entries?limit=25${cursor ? `&cursor=${cursor}` : ''}`)
    for (const { month, perk, source, kind, cost } of body.items) {
      const key = [month, perk, source].join()
      const { entries, uses, minor } = sums.get(key) ?? { entries: 0, uses: 0, minor: 0 }
      sums.set(key, {
        entries: entries + 1,
        uses: uses + (kind === 'use' ? 1 : -1),
        minor: minor + Math.round(Number(cost) * 100),
      })
    }
    cursor = body.nextCursor
  } while (cursor)
  const told = items.map(({ month, perk, source, entries, uses, cost }: Record<string, string>) => [
    [month, perk, source].join(),
    { entries, uses, minor: Math.round(Number(cost) * 100) },
  ])
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(sums))
})

test('a reconciliation says that they agree, and what they come to', async () => {
  const { ask } = await shopWithUses(6)
  const [{ body: costs }, { body }] = [await ask('costs'), await ask('reconciliation')]
  expect(body).toEqual({
    ...{ from: costs.from, to: costs.to, currency: 'GBP', agrees: true, differences: [] },
    ...{ entries: costs.total.entries, cost: costs.total.cost },
  })
})

test('the members whom tiers are counted by are read from the ledger', async () => {
  const { ask } = await shopWithUses(1)
  const { body } = await ask('tiers')
  expect(body.items).toMatchObject([
    { tier: 'member', members: 1 },
    { tier: 'silver', members: 1, active: 1, spend: '300.00' },
  ])
})
