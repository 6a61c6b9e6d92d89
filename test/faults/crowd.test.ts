import { expect, test, vi } from 'vitest'
import { openLedger } from '#ledger/open-ledger.ts'
import type { LedgerEvent } from '#program/event.ts'
import { balance, enrolment, purchase, refund } from '../ledger/events.ts'
import { type FreshLedger, freshLedger, NOW } from '../ledger/fresh-ledger.ts'
import { faultyClient } from './faulty-client.ts'
import { letOthersGo, seeded, seededFaults } from './seeded.ts'
import { expectSound, sendUntilDone } from './soundness.ts'

// Many databases' worth of calls: time enough also on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 })

/** What one of the many writers brings: all on one member, most about one purchase and one month. */
function brings(writer: number): LedgerEvent[] {
  return [
    purchase(`p${writer}`, { amountMinor: 100 }),
    refund(`r${writer}`, 'shared', { amountMinor: 300, units: 1 }),
    balance(`b${writer}`, 1_000 - writer, { time: NOW - writer }),
    enrolment(`e${writer}`, { time: NOW - writer, emailHash: 'hash' }),
  ]
}

/** All writers send at once, through faults, and send again what was not taken. */
async function crowd(fresh: FreshLedger, writers: number, brought: (writer: number) => readonly LedgerEvent[]) {
  const random = seeded(writers)
  const next = seededFaults(random, 0.25, ['conflict', 'conflict', 'done-then-reset', 'delayed'])
  const write = (events: readonly LedgerEvent[]) => {
    const { client } = faultyClient(next)
    const patience = { sleep: letOthersGo, random }
    const options = { client, table: fresh.table, now: () => NOW, timeZone: 'Europe/London', patience }
    return sendUntilDone(openLedger(options), events).finally(() => client.destroy())
  }
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(brought(writer))))
}

test.each([8, 64])(
  '%i writers on one member at once, also about the same purchase: everything counts once',
  async (writers) => {
    const fresh = await freshLedger()
    const shared = purchase('shared', { amountMinor: 1_000, units: 9 })
    await crowd(fresh, writers, (writer) => [...brings(writer), shared])
    const member = await fresh.ledger.member('m-1')
    expect(member?.entries).toBe(4 * writers + 1)
    expect(member?.enrolledAt).toBe(NOW - writers + 1)
    expect(member?.sums.months).toMatchObject([{ netMinor: 100 * writers, orders: writers, units: writers }])
    expect(member?.sums.balances).toMatchObject([{ lowMinor: 1_000 - writers + 1, lastMinor: 1_000 }])
    await expectSound(fresh)
  },
  30_000,
)

test('200 tills that sell to one member at once: every purchase counts once', async () => {
  const fresh = await freshLedger()
  await crowd(fresh, 200, (till) => [
    purchase(`p${till}`, { amountMinor: 100 }),
    purchase('shared', { amountMinor: 50 }),
  ])
  expect((await fresh.ledger.member('m-1'))?.sums.months).toMatchObject([{ netMinor: 20_050, orders: 201, units: 201 }])
  await expectSound(fresh)
})

test('refunds from three sides at once never take more than there was', async () => {
  const fresh = await freshLedger()
  await fresh.ledger.record([purchase('a', { amountMinor: 1_000 })])
  const sides = ['r1', 'r2', 'r3'].map((id) => sendUntilDone(fresh.ledger, [refund(id, 'a', { amountMinor: 600 })]))
  await Promise.all(sides)
  expect((await fresh.ledger.member('m-1'))?.sums.months).toMatchObject([{ netMinor: 0, orders: 0, units: 0 }])
  await expectSound(fresh)
})
