import { expect, test, vi } from 'vitest'
import { openLedger } from '#ledger/open-ledger.ts'
import { balance, enrolment, plan, purchase, refund } from '../ledger/events.ts'
import { freshLedger, NOW } from '../ledger/fresh-ledger.ts'
import { type Fault, faultyClient, Killed } from './faulty-client.ts'
import { expectSound, sendUntilDone, storedMembers } from './soundness.ts'

// Many databases' worth of calls: time enough also on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 })

const LIFE = [
  enrolment('e', { emailHash: 'hash', name: 'Anna' }),
  purchase('a', { units: 2 }),
  refund('r', 'a'),
  refund('early', 'b'),
  purchase('other', { subject: 'm-2' }),
  purchase('b'),
  refund('stranger', 'other'),
  balance('balance', 5_000),
  plan('plan', NOW),
  refund('loose', undefined),
]

/** Lets a process record and kills it at its n-th call; false when it came to its end before. */
async function isKilledAt(table: string, call: number, fault: Fault, batchSize: number): Promise<boolean> {
  let calls = 0
  const { client } = faultyClient(() => (++calls === call ? fault : 'none'))
  const ledger = openLedger({ client, table, now: () => NOW, timeZone: 'Europe/London' })
  try {
    for (let from = 0; from < LIFE.length; from += batchSize) await ledger.record(LIFE.slice(from, from + batchSize))
    return false
  } catch (error) {
    if (error instanceof Killed) return true
    throw error
  }
}

test.each([
  ['killed', 1],
  ['killed', LIFE.length],
  ['done-then-killed', 1],
  ['done-then-killed', LIFE.length],
] as const)(
  'a process that is %s at any of its calls, with batches of %i, leaves nothing half-done',
  async (fault, size) => {
    const reference = await freshLedger()
    await reference.ledger.record(LIFE)
    const expected = await storedMembers(reference)
    let call = 1
    for (let killed = true; killed; call++) {
      const fresh = await freshLedger()
      killed = await isKilledAt(fresh.table, call, fault, size)
      await expectSound(fresh)
      await sendUntilDone(fresh.ledger, LIFE)
      await expectSound(fresh)
      expect(await storedMembers(fresh)).toEqual(expected)
      expect(await fresh.ledger.memberByEmail('hash')).toBe('m-1')
    }
    expect(call).toBeGreaterThan(3)
  },
)
