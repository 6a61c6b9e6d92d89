import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { openLedger } from '#ledger/open-ledger.ts'
import { expectFair } from '../faults/expect-fair.ts'
import { type Fault, faultyClient } from '../faults/faulty-client.ts'
import { expectSound } from '../faults/soundness.ts'
import { NOW } from './fresh-ledger.ts'
import { asks, PERKS, perkShop } from './perk-shop.ts'

// Many databases' worth of calls: time enough also on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 })

/** What tills do, with so few members, perks, orders and keys that everything meets. */
const requests = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g"]', '__proto__'),
  sender: fc.constantFrom('till-1', 'till-2'),
  member: fc.constantFrom('m-1', 'm-2', 'm-9'),
  perk: fc.constantFrom(...PERKS.map(({ id }) => id), 'tea'),
  basket: fc.option(
    fc.record(
      {
        amountMinor: fc.constantFrom(0, 4_999, 5_000),
        categories: fc.subarray(['suits', 'hats']),
        order: fc.constantFrom('o-1', 'o-2', '["m-1"'),
      },
      { requiredKeys: ['amountMinor', 'categories'] },
    ),
  ),
})
const days = fc.nat(60)
const steps = fc.record({ request: requests, days, isTakenBack: fc.boolean() })
const faults = fc.infiniteStream<Fault>(
  fc.constantFrom('none', 'none', 'none', 'conflict', 'throttled', 'done-then-reset'),
)

test('I1, I8, I9, I10, I14: whatever tills do, every use is within its limit, decided rightly and counted once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 25 }), faults, async (all, stream) => {
      const fresh = await perkShop()
      const { client } = faultyClient(() => stream.next().value)
      let now = NOW
      const patience = { sleep: () => Promise.resolve() }
      const options = { client, table: fresh.table, now: () => now, timeZone: 'Europe/London', patience }
      const ledger = openLedger(options)
      const given = new Map<string, unknown>()
      for (const { request, days: later, isTakenBack } of all) {
        now = NOW + later * 86_400_000
        const answer = await ledger.redeem(request)
        if (answer.kind !== 'granted' && answer.kind !== 'refused') continue
        const { again: _, ...body } = answer
        const key = JSON.stringify([request.sender, request.key])
        if (given.has(key)) expect(body).toEqual(given.get(key))
        given.set(key, body)
        if (isTakenBack && answer.kind === 'granted') await ledger.reverse(answer.redemption.id, request.sender)
      }
      await expectFair(fresh)
      await expectSound(fresh)
    }),
    { numRuns: 80 },
  )
})

test('I18: what one member uses changes nothing of another', async () => {
  const fresh = await perkShop()
  const before = await fresh.ledger.member('m-1')
  for (const perk of ['coffee', 'lounge', 'wrap']) await fresh.ledger.redeem(asks(perk, { member: 'm-2', perk }))
  expect(await fresh.ledger.member('m-1')).toEqual(before)
  expect(await fresh.ledger.redemptions('m-1')).toEqual([])
})
