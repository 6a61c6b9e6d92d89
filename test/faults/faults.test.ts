import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { Busy } from '#ledger/ledger.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { redemptionId } from '#ledger/redemption-id.ts'
import { enrolment, purchase, refund } from '../ledger/events.ts'
import { type FreshLedger, freshLedger, NOW } from '../ledger/fresh-ledger.ts'
import { cut, cuts, distinctEvents } from '../ledger/lives.ts'
import { asks, perkShop } from '../ledger/perk-shop.ts'
import { type Fault, faultyClient } from './faulty-client.ts'
import { expectDurable, expectSound, sendUntilDone, storedMembers } from './soundness.ts'

// Many databases' worth of calls: time enough also on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 })

const FAULTS: readonly Fault[] = [
  ...(['conflict', 'throttled-item', 'exceeded-item', 'throttled', 'exceeded', 'error', 'unprocessed'] as const),
  ...(['done-then-error', 'done-then-reset', 'done-then-timeout'] as const),
]
const noWaiting = { sleep: () => Promise.resolve() }

/** The same table through a client that meets these faults once it knows which months are closed. */
function throughFaults({ table }: FreshLedger, next: () => Fault, maxAttempts = 1) {
  let knowsMonths = false
  const { client, calls } = faultyClient(() => {
    if (knowsMonths) return next()
    knowsMonths = true
    return 'none'
  }, maxAttempts)
  const ledger = openLedger({ client, table, now: () => NOW, timeZone: 'Europe/London', patience: noWaiting })
  return { ledger, calls: () => calls() - 1 }
}

/** These faults in turn, then none. */
const inTurn =
  (...faults: Fault[]) =>
  () =>
    faults.shift() ?? 'none'

test.each(FAULTS)('a purchase that meets "%s" once is recorded once', async (fault) => {
  const fresh = await freshLedger()
  const { ledger } = throughFaults(fresh, inTurn(fault))
  expect(await ledger.record([purchase('a')])).toEqual(['recorded'])
  expect((await fresh.ledger.member('m-1'))?.sums.months).toMatchObject([{ netMinor: 10_000, orders: 1 }])
  await expectSound(fresh)
})

test.each(FAULTS)('an enrolment and a refund that meet "%s" at every second call are recorded once', async (fault) => {
  const fresh = await freshLedger()
  let calls = 0
  const { ledger } = throughFaults(fresh, () => (calls++ % 2 === 0 ? fault : 'none'))
  const events = [purchase('a'), enrolment('e', { emailHash: 'hash' }), refund('r', 'a')]
  for (const event of events) expect(await ledger.record([event])).toEqual(['recorded'])
  expect(await ledger.record(events)).toEqual(['duplicate', 'duplicate', 'duplicate'])
  await expectSound(fresh)
})

test.each(FAULTS.filter((fault) => fault !== 'unprocessed'))(
  'when "%s" does not end, the answer is to send it again, after a bounded number of calls',
  async (fault) => {
    const fresh = await freshLedger()
    const { ledger, calls } = throughFaults(fresh, () => fault)
    expect(await ledger.record([purchase('a')])).toEqual(['retry'])
    expect(calls()).toBe(10)
    await expectSound(fresh)
    await sendUntilDone(fresh.ledger, [purchase('a')])
    expect((await fresh.ledger.member('m-1'))?.entries).toBe(1)
  },
)

test('when it cannot be had which months are closed, nothing is booked, and the answer is to send it again', async () => {
  const { table } = await perkShop()
  const { client } = faultyClient(() => 'throttled')
  const ledger = openLedger({ client, table, now: () => NOW, timeZone: 'Europe/London', patience: noWaiting })
  expect(await ledger.record([purchase('a')])).toEqual(['retry'])
  expect(await ledger.redeem(asks('a'))).toEqual({ kind: 'retry' })
  expect(await ledger.reverse(redemptionId('till-1', 'a'), 'till-1')).toEqual({ kind: 'retry' })
})

test('while an earlier word of an identity is not stored, a later one is not either', async () => {
  const fresh = await freshLedger()
  const { ledger } = throughFaults(fresh, () => 'conflict')
  expect(await ledger.record([purchase('a'), purchase('a', { units: 2 })])).toEqual(['retry', 'retry'])
})

test('an answer lost on its way to the SDK, which asks again by itself, counts once', async () => {
  const fresh = await freshLedger()
  const { ledger, calls } = throughFaults(fresh, inTurn('done-then-reset', 'done-then-error'), 3)
  expect(await ledger.record([purchase('a')])).toEqual(['recorded'])
  expect(calls()).toBe(3)
  expect((await fresh.ledger.member('m-1'))?.entries).toBe(1)
})

test('reading from a database that is too busy says so', async () => {
  const fresh = await freshLedger()
  const { ledger } = throughFaults(fresh, () => 'throttled')
  await ledger.record([purchase('a')])
  await expect(ledger.member('m-1')).rejects.toThrow(Busy)
  await expect(ledger.history('m-1')).rejects.toThrow(Busy)
  await expect(ledger.memberByEmail('hash')).rejects.toThrow(Busy)
})

test('an error that is nobody’s expectation passes through as it is', async () => {
  const { client } = await freshLedger()
  const ledger = openLedger({ client, table: 'no-such-table', now: () => NOW, timeZone: 'Europe/London' })
  await expect(ledger.record([purchase('a')])).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

test('whatever goes wrong, what was acknowledged is there, nothing is done by halves, and sending again completes it', async () => {
  const faults = fc.infiniteStream(
    fc.oneof({ arbitrary: fc.constant('none' as const), weight: 2 }, fc.constantFrom(...FAULTS)),
  )
  await fc.assert(
    fc.asyncProperty(distinctEvents, cuts, faults, async (events, lengths, stream) => {
      const reference = await freshLedger()
      await reference.ledger.record(events)
      const fresh = await freshLedger()
      const { ledger } = throughFaults(fresh, () => stream.next().value)
      const batches = cut(events, lengths)
      const outcomes = (await Promise.all(batches.map((batch) => ledger.record(batch)))).flat()
      await expectDurable(fresh, events, outcomes)
      await expectSound(fresh)
      await sendUntilDone(fresh.ledger, events)
      expect(await storedMembers(fresh)).toEqual(await storedMembers(reference))
      await expectSound(fresh)
    }),
    { numRuns: 60 },
  )
})
