import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { expect, test, vi } from 'vitest'
import type { Books } from '#ledger/books.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { reconcile } from '#ledger/reconcile.ts'
import { faultyClient } from '../../faults/faulty-client.ts'
import { seeded } from '../../faults/seeded.ts'
import { asks } from '../perk-shop.ts'
import { storedItems } from '../stored-items.ts'
import { EVER, type FreshBooks, freshBooks, granted } from './fresh-books.ts'

// Many databases' worth of calls: time enough also on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 })

const FAULTS = ['conflict', 'throttled', 'error', 'done-then-error', 'done-then-reset', 'done-then-timeout'] as const

/** A till's day with its faults: uses, and some of them taken back; asks again until there is an answer. */
async function day({ table, clock }: FreshBooks, till: string, uses: number) {
  const random = seeded(till.length + uses)
  const fault = () => (random() < 0.2 ? (FAULTS[Math.floor(random() * FAULTS.length)] ?? 'none') : 'none')
  const { client } = faultyClient(fault)
  const patience = { sleep: () => Promise.resolve() }
  const ledger = openLedger({ client, table, now: () => clock.now, timeZone: 'Europe/London', patience })
  const untilAnswered = async <T extends { kind: string }>(ask: () => Promise<T>): Promise<T> => {
    for (;;) {
      const answer = await ask()
      if (answer.kind !== 'retry') return answer
    }
  }
  for (let at = 0; at < uses; at++) {
    clock.now += 1
    const use = await untilAnswered(() => ledger.redeem(asks(`${at}`, { sender: till, member: `m-${1 + (at % 2)}` })))
    if (use.kind === 'granted' && at % 3 === 0) await untilAnswered(() => ledger.reverse(use.redemption.id, till))
  }
}

/** Nobody waits between two looks. */
const check = ({ books, clock }: FreshBooks, of: Pick<Books, 'costTotals' | 'costEntries'> = books) =>
  reconcile(of, EVER, { now: () => clock.now, pause: () => Promise.resolve() })

const change = async ({ client, table }: FreshBooks, by: Readonly<Record<string, number>>) => {
  const [total] = [...(await storedItems({ client, table })).values()].filter(({ pk }) => pk?.S?.startsWith('costs:'))
  if (!total?.pk || !total.sk) throw new Error('There is no total here.')
  const names = Object.keys(by)
  await client.send(
    new UpdateItemCommand({
      TableName: table,
      Key: { pk: total.pk, sk: total.sk },
      UpdateExpression: `ADD ${names.map((name) => `${name} :${name}`).join(', ')}`,
      ExpressionAttributeValues: Object.fromEntries(names.map((name) => [`:${name}`, { N: String(by[name]) }])),
    }),
  )
}

test('I10: totals equal the sum of all entries at any instant while tills use perks, take them back and meet faults', async () => {
  const fresh = await freshBooks()
  const tills = ['till-1', 'till-22', 'till-333'].map((till) => day(fresh, till, 25))
  let isDone = false
  const allDone = Promise.all(tills).finally(() => {
    isDone = true
  })
  let looks = 0
  while (!isDone) {
    expect((await check(fresh)).differences).toEqual([])
    looks++
  }
  await allDone
  expect(looks).toBeGreaterThan(0)
  expect(await check(fresh)).toMatchObject({ differences: [], entries: 3 * (25 + 9) })
})

test.each([{ accrued: 1 }, { uses: -1 }, { trueUp: 5 }, { entries: 1 }, { entries: -1 }])(
  'a total that is off by %o is told, with what it is and what its entries come to',
  async (by) => {
    const fresh = await freshBooks()
    await granted(fresh.ledger.redeem(asks('a')))
    await change(fresh, by)
    const { differences } = await check(fresh)
    expect(differences).toHaveLength(1)
    expect(differences).toMatchObject([{ inEntries: { entries: 1, uses: 1, accruedMinor: 40, trueUpMinor: 0 } }])
    expect(differences[0]?.inTotals).not.toEqual(differences[0]?.inEntries)
  },
)
