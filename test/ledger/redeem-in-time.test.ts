import { expect, test } from 'vitest'
import { openBooks } from '#ledger/open-books.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { parseMonth } from '#program/month.ts'
import { expectFair } from '../faults/expect-fair.ts'
import { faultyClient } from '../faults/faulty-client.ts'
import { expectSound } from '../faults/soundness.ts'
import { plan, purchase } from './events.ts'
import { type FreshLedger, NOW } from './fresh-ledger.ts'
import { asks, COSTS, edition, perkShop } from './perk-shop.ts'

const wrap = (key: string) => asks(key, { perk: 'wrap' })

/** A shop whose clock the test sets. */
async function shopWithClock(now = NOW) {
  const clock = { now }
  const fresh = await perkShop({ now: () => clock.now })
  return { ...fresh, clock }
}

/** The cost totals of a month: uses, and what they cost in minor units. */
async function totalsOf(fresh: FreshLedger, month: string) {
  const { client, table } = fresh
  const books = openBooks({ client, table, now: () => NOW, timeZone: 'Europe/London' })
  const totals = await books.costTotals({ from: parseMonth(month), to: parseMonth(month) })
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  return { uses: sum(totals.map(({ uses }) => uses)), costMinor: sum(totals.map(({ accruedMinor }) => accruedMinor)) }
}

test('an allowance is whole again in the first second of the next month of the shop’s zone', async () => {
  const fresh = await shopWithClock(Date.parse('2026-06-30T22:59:59Z'))
  for (const key of ['a', 'b']) expect(await fresh.ledger.redeem(wrap(key))).toMatchObject({ kind: 'granted' })
  expect(await fresh.ledger.redeem(wrap('c'))).toMatchObject({ refusal: { resetsOn: '2026-07-01' } })
  fresh.clock.now += 1_000
  expect(await fresh.ledger.redeem(wrap('d'))).toMatchObject({ redemption: { left: 1 } })
  expect(await totalsOf(fresh, '2026-06')).toEqual({ uses: 2, costMinor: 230 })
  expect(await totalsOf(fresh, '2026-07')).toEqual({ uses: 1, costMinor: 115 })
  await expectFair(fresh)
})

test('a clock that lags does not lead back into a month that is over', async () => {
  const fresh = await shopWithClock(Date.parse('2026-07-01T00:00:00Z'))
  const late = await fresh.ledger.redeem(wrap('a'))
  fresh.clock.now -= 3_600_000 * 5
  const early = await fresh.ledger.redeem(wrap('b'))
  const at = Date.parse('2026-07-01T00:00:00Z')
  expect([late, early]).toMatchObject([{ redemption: { at, left: 1 } }, { redemption: { at, left: 0 } }])
  expect(await fresh.ledger.redeem(wrap('c'))).toMatchObject({ kind: 'refused' })
  await expectFair(fresh)
  await expectSound(fresh)
})

test('a use of last month that is taken back gives nothing to this month, and its cost back in this month', async () => {
  const fresh = await shopWithClock(Date.parse('2026-06-30T12:00:00Z'))
  const june = await fresh.ledger.redeem(wrap('a'))
  fresh.clock.now += 86_400_000
  for (const key of ['b', 'c']) await fresh.ledger.redeem(wrap(key))
  if (june.kind === 'granted') await fresh.ledger.reverse(june.redemption.id, 'till-1')
  expect(await fresh.ledger.redeem(wrap('d'))).toMatchObject({ refusal: { reason: 'limit_reached', used: 2 } })
  expect(await totalsOf(fresh, '2026-06')).toEqual({ uses: 1, costMinor: 115 })
  expect(await totalsOf(fresh, '2026-07')).toEqual({ uses: 1, costMinor: 115 })
  await expectSound(fresh)
})

test('I10: a use costs what its own edition says, also when it is taken back under a later one', async () => {
  const fresh = await shopWithClock()
  const used = await fresh.ledger.redeem(asks('a'))
  await fresh.ledger.publish(edition(2, '2026-07'), { ...COSTS, coffee: { unit: '9.99' } })
  fresh.clock.now = Date.parse('2026-07-02T12:00:00Z')
  expect(await fresh.ledger.redeem(asks('b'))).toMatchObject({ redemption: { edition: 2, costMinor: 999 } })
  if (used.kind === 'granted') await fresh.ledger.reverse(used.redemption.id, 'till-1')
  expect(await totalsOf(fresh, '2026-06')).toEqual({ uses: 1, costMinor: 40 })
  expect(await totalsOf(fresh, '2026-07')).toEqual({ uses: 0, costMinor: 959 })
  await expectFair(fresh)
  await expectSound(fresh)
})

test('what was used as a member still counts as Silver', async () => {
  const fresh = await shopWithClock()
  for (const key of ['a', 'b']) await fresh.ledger.redeem(wrap(key))
  await fresh.ledger.record([purchase('big', { amountMinor: 25_000 })])
  expect(await fresh.ledger.redeem(wrap('c'))).toMatchObject({ redemption: { tier: 'silver', left: 0 } })
  expect(await fresh.ledger.redeem(wrap('d'))).toMatchObject({ kind: 'refused', refusal: { used: 3 } })
})

test('a plan’s tier lasts up to its last instant, and not at the next', async () => {
  const fresh = await shopWithClock()
  await fresh.ledger.record([plan('p', NOW + 1_000)])
  fresh.clock.now = NOW + 999
  expect(await fresh.ledger.redeem(asks('a', { perk: 'lounge' }))).toMatchObject({ redemption: { tier: 'silver' } })
  fresh.clock.now = NOW + 1_000
  expect(await fresh.ledger.redeem(asks('b', { perk: 'lounge' }))).toMatchObject({
    refusal: { reason: 'tier_too_low', tier: 'member' },
  })
})

test('I9: when the tier ends between check and write, the instant of the decision counts', async () => {
  const fresh = await perkShop()
  await fresh.ledger.record([plan('p', NOW + 1)])
  const clock = { now: NOW }
  let calls = 0
  const { client } = faultyClient(() => {
    // The transaction is put off once, and by the second attempt the plan is over.
    if (++calls !== 4) return 'none'
    clock.now = NOW + 60_000
    return 'conflict'
  })
  const patience = { sleep: () => Promise.resolve() }
  const late = openLedger({ client, table: fresh.table, now: () => clock.now, timeZone: 'Europe/London', patience })
  const answer = await late.redeem(asks('a', { perk: 'lounge' }))
  expect([calls, answer]).toMatchObject([5, { kind: 'granted', redemption: { at: NOW, tier: 'silver' } }])
  await expectFair(fresh)
})

test('a purchase that is dated ahead does not give its tier before', async () => {
  const fresh = await shopWithClock()
  await fresh.ledger.record([purchase('ahead', { amountMinor: 25_000, time: NOW + 60_000 })])
  expect(await fresh.ledger.redeem(asks('a', { perk: 'lounge' }))).toMatchObject({
    refusal: { reason: 'tier_too_low' },
  })
  fresh.clock.now += 60_000
  expect(await fresh.ledger.redeem(asks('b', { perk: 'lounge' }))).toMatchObject({ kind: 'granted' })
})
