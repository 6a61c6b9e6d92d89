import { describe, expect, test } from 'vitest'
import { parseMonth } from '#program/month.ts'
import { balance, enrolment, plan, purchase, refund } from './events.ts'
import { freshLedger, NOW } from './fresh-ledger.ts'

const MAY = parseMonth('2026-05')
const month = (netMinor: number, orders: number, units: number, looseRefundsMinor = 0) => ({
  ...{ month: MAY, netMinor, orders, units, looseRefundsMinor },
})
const months = async (ledger: Awaited<ReturnType<typeof freshLedger>>['ledger'], member = 'm-1') =>
  (await ledger.member(member))?.sums.months

describe('a purchase', () => {
  test('is recorded and counts in its month', async () => {
    const { ledger } = await freshLedger()
    expect(await ledger.record([purchase('a', { units: 3 })])).toEqual(['recorded'])
    expect(await months(ledger)).toEqual([month(10_000, 1, 3)])
  })

  test('sent again is a duplicate and counts once', async () => {
    const { ledger } = await freshLedger()
    await ledger.record([purchase('a')])
    expect(await ledger.record([purchase('a')])).toEqual(['duplicate'])
    expect(await months(ledger)).toEqual([month(10_000, 1, 1)])
  })

  test('under a taken identity is a conflict, and the first stands', async () => {
    const { ledger } = await freshLedger()
    await ledger.record([purchase('a')])
    expect(await ledger.record([purchase('a', { amountMinor: 1 })])).toEqual(['conflict'])
    expect(await ledger.record([purchase('a', { subject: 'm-2' })])).toEqual(['conflict'])
    expect(await months(ledger)).toEqual([month(10_000, 1, 1)])
    expect(await ledger.member('m-2')).toBeUndefined()
  })

  test('with the same id from another source is another purchase', async () => {
    const { ledger } = await freshLedger()
    expect(await ledger.record([purchase('a'), purchase('a', { source: 'shop-2' })])).toEqual(['recorded', 'recorded'])
    expect(await months(ledger)).toEqual([month(20_000, 2, 2)])
  })

  test('that stands twice in one batch is answered in order, for one member and for two', async () => {
    const { ledger } = await freshLedger()
    const batch = [purchase('a'), purchase('a'), purchase('a', { units: 9 }), purchase('a', { subject: 'm-2' })]
    expect(await ledger.record(batch)).toEqual(['recorded', 'duplicate', 'conflict', 'conflict'])
    expect(await ledger.member('m-2')).toBeUndefined()
  })

  test('of nothing is no order, but a month in which something was bought', async () => {
    const { ledger } = await freshLedger()
    await ledger.record([purchase('a', { amountMinor: 0, units: 4 })])
    expect(await months(ledger)).toEqual([month(0, 0, 0)])
  })

  test('dated ahead of the clock is told, so that a standing of today leaves it out', async () => {
    const { ledger } = await freshLedger()
    await ledger.record([purchase('a'), purchase('b', { time: NOW + 1000 }), purchase('c', { time: NOW + 500 })])
    expect((await ledger.member('m-1'))?.aheadUntil).toBe(NOW + 1000)
  })

  test('outside the years the ledger counts is refused as a whole batch', async () => {
    const { ledger } = await freshLedger()
    const tooEarly = purchase('b', { time: Date.UTC(1950, 0, 1) })
    await expect(ledger.record([purchase('a'), tooEarly])).rejects.toThrow(
      'The time must lie in the years 1971 to 2999.',
    )
    await expect(ledger.record([purchase('a', { amountMinor: 0.5 })])).rejects.toThrow('a whole number of minor units')
    await expect(ledger.record([purchase('a', { units: 1e9 })])).rejects.toThrow('units must be a whole number')
    expect(await ledger.member('m-1')).toBeUndefined()
  })
})

describe('a refund', () => {
  test('counts in the month of its purchase', async () => {
    const { ledger } = await freshLedger()
    await ledger.record([purchase('a', { units: 3 })])
    await ledger.record([refund('r', 'a', { units: 1, time: NOW })])
    expect(await months(ledger)).toEqual([month(7_500, 1, 2)])
  })

  test('that comes first waits for its purchase', async () => {
    const { ledger } = await freshLedger()
    expect(await ledger.record([refund('r', 'a')])).toEqual(['recorded'])
    expect(await months(ledger)).toEqual([])
    expect(await ledger.record([purchase('a')])).toEqual(['recorded'])
    expect(await months(ledger)).toEqual([month(7_500, 1, 1)])
    expect(await ledger.record([purchase('a'), refund('r', 'a')])).toEqual(['duplicate', 'duplicate'])
  })

  test('takes no more than there was, and then no order and no units are left', async () => {
    const { ledger } = await freshLedger()
    const three = ['r1', 'r2', 'r3'].map((id) => refund(id, 'a', { amountMinor: 4_000, units: 1 }))
    await ledger.record([purchase('a', { units: 9 }), ...three])
    expect(await months(ledger)).toEqual([month(0, 0, 0)])
  })

  test("of another member's purchase, of itself or of no purchase takes nothing", async () => {
    const { ledger } = await freshLedger()
    const strangers = [refund('r1', 'a', { subject: 'm-2' }), refund('r2', 'r2'), refund('r3', 'e'), enrolment('e')]
    expect(await ledger.record([...strangers, purchase('a')])).toEqual(Array(5).fill('recorded'))
    expect(await months(ledger)).toEqual([month(10_000, 1, 1)])
    expect(await ledger.record([refund('r4', 'a', { subject: 'm-2' })])).toEqual(['recorded'])
    expect(await months(ledger)).toEqual([month(10_000, 1, 1)])
    expect(await months(ledger, 'm-2')).toEqual([])
  })

  test('without a receipt counts in its own month', async () => {
    const { ledger } = await freshLedger()
    await ledger.record([refund('r', undefined, { amountMinor: 700 })])
    expect(await months(ledger)).toEqual([month(0, 0, 0, 700)])
  })
})

describe('what else is known of a member', () => {
  test('balances: the lowest and the last of a month, in whatever order they come', async () => {
    const { ledger } = await freshLedger()
    await ledger.record([balance('3', 700, { time: NOW - 1 }), balance('2', 100, { time: NOW - 2 })])
    await ledger.record([balance('1', 400, { time: NOW - 3 })])
    const balances = (await ledger.member('m-1'))?.sums.balances
    expect(balances).toEqual([{ month: parseMonth('2026-06'), lowMinor: 100, lastMinor: 700 }])
  })

  test('plans: the latest word on each span', async () => {
    const { ledger } = await freshLedger()
    await ledger.record([plan('2', 999, { time: NOW })])
    await ledger.record([plan('1', 111), plan('3', 333, { from: 5 })])
    const spans = (await ledger.member('m-1'))?.sums.plans
    expect(spans?.map(({ until }) => until)).toEqual([333, 999])
  })

  test('an enrolment: name, day and address, whose first claim stands', async () => {
    const { ledger } = await freshLedger()
    await ledger.record([enrolment('1', { emailHash: 'hash', name: 'Anna', time: 40_000_000_000 })])
    await ledger.record([enrolment('2', { subject: 'm-2', emailHash: 'hash', name: 'Ben' })])
    expect(await ledger.memberByEmail('hash')).toBe('m-1')
    expect(await ledger.memberByEmail('another')).toBeUndefined()
    expect(await ledger.member('m-1')).toMatchObject({ name: 'Anna', enrolledAt: 40_000_000_000, entries: 1 })
    expect((await ledger.member('m-1'))?.sums.joinedMonth).toBe(parseMonth('1971-04'))
  })

  test('history: every entry, oldest first', async () => {
    const { ledger } = await freshLedger()
    const events = [purchase('b'), refund('r', 'a', { time: NOW }), purchase('a'), enrolment('e', { time: NOW - 5 })]
    await ledger.record(events)
    await ledger.record([purchase('x', { subject: 'm-2' })])
    const entries = await ledger.history('m-1')
    expect(entries.map(({ id }) => id)).toEqual(['a', 'b', 'e', 'r'])
    expect(entries[3]).toEqual({ ...events[1], recordedAt: NOW })
    expect(await ledger.history('nobody')).toEqual([])
  })

  test('signing out ends the sessions before, and a late request brings none back', async () => {
    const { ledger } = await freshLedger()
    await ledger.record([enrolment('1')])
    await ledger.signOut('m-1', NOW)
    await ledger.signOut('m-1', NOW - 1)
    expect((await ledger.member('m-1'))?.signedOutAt).toBe(NOW)
  })
})
