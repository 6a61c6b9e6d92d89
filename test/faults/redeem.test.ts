import { expect, test, vi } from 'vitest'
import type { Ledger } from '#ledger/ledger.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import type { Redeemed, RedemptionRequest } from '#ledger/redemption.ts'
import { enrolment } from '../ledger/events.ts'
import { type FreshLedger, freshLedger, NOW } from '../ledger/fresh-ledger.ts'
import { asks, COSTS, edition, perk, perkShop } from '../ledger/perk-shop.ts'
import { expectFair } from './expect-fair.ts'
import { type Fault, faultyClient, Killed } from './faulty-client.ts'
import { letOthersGo, seeded, seededFaults } from './seeded.ts'
import { expectSound } from './soundness.ts'

// Many databases' worth of calls: time enough also on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 })

const FAULTS: readonly Fault[] = [
  ...([
    'conflict',
    'throttled-item',
    'exceeded-item',
    'throttled',
    'exceeded',
    'error',
    'unprocessed',
    'delayed',
  ] as const),
  ...(['done-then-error', 'done-then-reset', 'done-then-timeout'] as const),
]

/** A till: a process of its own on the same table, that meets these faults. */
function till({ table }: FreshLedger, next: () => Fault, random = () => 0) {
  const { client, calls } = faultyClient(next)
  const patience = { sleep: letOthersGo, random }
  return { ledger: openLedger({ client, table, now: () => NOW, timeZone: 'Europe/London', patience }), calls, client }
}

/** Asks again, as a till does, until there is an answer. */
async function answerTo(ledger: Ledger, request: RedemptionRequest, most = 300): Promise<Redeemed> {
  for (let round = 0; round < most; round++) {
    const answer = await ledger.redeem(request)
    if (answer.kind !== 'retry') return answer
  }
  throw new Error(`There was no answer in ${most} rounds.`)
}

/** Everyone at once, each through faults of its own. */
async function crowd(fresh: FreshLedger, requests: readonly RedemptionRequest[], tills: number, share: number) {
  const random = seeded(requests.length)
  const next = seededFaults(random, share, FAULTS)
  const each = Array.from({ length: tills }, () => till(fresh, next, random))
  const ask = async (request: RedemptionRequest, index: number) => {
    const { ledger } = each[index % tills] ?? fresh
    return answerTo(ledger, request)
  }
  return Promise.all(requests.map(ask)).finally(() => each.forEach(({ client }) => void client.destroy()))
}

const kindsOf = (answers: readonly Redeemed[]) => {
  const count = (kind: string) => answers.filter((answer) => answer.kind === kind).length
  return { granted: count('granted'), refused: count('refused') }
}

test('I8: 50 tills that ask for the last use at the same instant: exactly one gets it', async () => {
  const fresh = await perkShop()
  const requests = Array.from({ length: 50 }, (_, at) =>
    asks('a', { sender: `till-${at}`, member: 'm-2', perk: 'lounge' }),
  )
  expect(kindsOf(await crowd(fresh, requests, 50, 0.2))).toEqual({ granted: 1, refused: 49 })
  await expectFair(fresh)
  await expectSound(fresh)
})

test.each([1, 3])('I8: 1,000 attempts at once on an allowance of %i: exactly as many uses', async (count) => {
  const fresh = await freshLedger()
  await fresh.ledger.publish(edition(1, '2026-01', [perk('seat', { member: { limit: { count, per: 'day' } } })]), COSTS)
  await fresh.ledger.record([enrolment('e-1')])
  const requests = Array.from({ length: 1_000 }, (_, at) => asks(`k-${at}`, { perk: 'seat' }))
  expect(kindsOf(await crowd(fresh, requests, 20, 0))).toEqual({ granted: count, refused: 1_000 - count })
  await expectFair(fresh)
  await expectSound(fresh)
})

test('I8: many tills on one order never give it more than it may have', async () => {
  const fresh = await perkShop()
  const basket = { amountMinor: 100, categories: [], order: 'o-1' }
  const requests = Array.from({ length: 30 }, (_, at) => asks(`k-${at}`, { perk: 'sample', basket }))
  expect(kindsOf(await crowd(fresh, requests, 10, 0.2))).toEqual({ granted: 2, refused: 28 })
  const other = { ...basket, order: 'o-2' }
  expect(await fresh.ledger.redeem(asks('other', { perk: 'sample', basket: other }))).toMatchObject({ kind: 'granted' })
  await expectFair(fresh)
  await expectSound(fresh)
})

test('one key sent by a till eight times at once is one use with one answer', async () => {
  const fresh = await perkShop()
  const requests = Array.from({ length: 8 }, () => asks('a', { perk: 'wrap' }))
  const answers = await crowd(fresh, requests, 8, 0.4)
  const [first] = answers
  expect(first).toMatchObject({ kind: 'granted', redemption: { left: 1 } })
  for (const answer of answers) expect({ ...answer, again: true }).toEqual({ ...first, again: true })
  expect((await fresh.ledger.member('m-1'))?.uses.get('wrap')).toMatchObject({ ever: 1 })
  await expectSound(fresh)
})

test.each(FAULTS)(
  'a request that meets "%s" at every second call has one answer, and so has its key',
  async (fault) => {
    const fresh = await perkShop()
    let calls = 0
    const { ledger } = till(fresh, () => (calls++ % 2 === 0 ? fault : 'none'))
    const first = await answerTo(ledger, asks('a', { member: 'm-2', perk: 'lounge' }))
    expect(first).toMatchObject({ kind: 'granted', redemption: { left: 0 } })
    const refused = await answerTo(ledger, asks('b', { member: 'm-2', perk: 'lounge' }))
    expect(refused).toMatchObject({ kind: 'refused', refusal: { reason: 'limit_reached' } })
    expect(await fresh.ledger.redeem(asks('a', { member: 'm-2', perk: 'lounge' }))).toEqual({ ...first, again: true })
    expect(await fresh.ledger.redeem(asks('b', { member: 'm-2', perk: 'lounge' }))).toEqual({ ...refused, again: true })
    await expectFair(fresh)
    await expectSound(fresh)
  },
)

test.each(FAULTS.filter((fault) => fault !== 'delayed'))(
  'when "%s" does not end, the till is told to ask again, and the key has at most one use',
  async (fault) => {
    const fresh = await perkShop()
    // The program and its costs are known to a till that has been at work.
    let isWell = true
    const { ledger, calls } = till(fresh, () => (isWell ? 'none' : fault))
    await ledger.redeem(asks('warm'))
    isWell = false
    const before = calls()
    expect(await ledger.redeem(asks('a', { perk: 'wrap' }))).toEqual({ kind: 'retry' })
    expect(calls() - before).toBeLessThanOrEqual(110)
    await expectSound(fresh)
    expect(await answerTo(fresh.ledger, asks('a', { perk: 'wrap' }))).toMatchObject({ redemption: { left: 1 } })
    expect((await fresh.ledger.member('m-1'))?.uses.get('wrap')).toMatchObject({ ever: 1 })
  },
)

/** A till's day: a use, a refused one, one for an order, and the first taken back. False when it was killed. */
async function aDay(ledger: Ledger): Promise<boolean> {
  const order = { amountMinor: 500, categories: [], order: 'o-1' }
  try {
    const used = await ledger.redeem(asks('1', { member: 'm-2', perk: 'lounge' }))
    await ledger.redeem(asks('2', { member: 'm-2', perk: 'lounge' }))
    await ledger.redeem(asks('3', { perk: 'sample', basket: order }))
    if (used.kind === 'granted') await ledger.reverse(used.redemption.id, 'till-1')
    return true
  } catch (error) {
    if (error instanceof Killed) return false
    throw error
  }
}

test.each(['killed', 'done-then-killed'] as const)(
  'a till that is %s at any of its calls leaves nothing half-done, and finishes when it is back',
  async (fault) => {
    let call = 1
    for (let isDone = false; !isDone; call++) {
      const fresh = await perkShop()
      let calls = 0
      isDone = await aDay(till(fresh, () => (++calls === call ? fault : 'none')).ledger)
      await expectSound(fresh)
      await expectFair(fresh)
      expect(await aDay(fresh.ledger)).toBe(true)
      await expectSound(fresh)
      await expectFair(fresh)
      expect((await fresh.ledger.member('m-2'))?.uses.get('lounge')).toMatchObject({ ever: 0 })
      expect((await fresh.ledger.member('m-1'))?.uses.get('sample')).toMatchObject({ ever: 1 })
    }
    expect(call).toBeGreaterThan(8)
  },
)
