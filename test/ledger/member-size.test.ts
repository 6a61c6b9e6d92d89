import { expect, test } from 'vitest'
import { itemSize } from '#local/costs/measure/item-size.ts'
import type { LedgerEvent } from '#program/event.ts'
import { enrolment, purchase } from './events.ts'
import { freshLedger, NOW } from './fresh-ledger.ts'
import { storedItems } from './stored-items.ts'

/** Enrolled, then one purchase a month, of 6-digit amounts and 3 units, until now. */
function monthlyBuying(months: number): LedgerEvent[] {
  const bought = Array.from({ length: months }, (_, back) => {
    const time = Date.UTC(2026, 5 - back, 10)
    return purchase(`order-${back}`, { time, amountMinor: 123_457 + back, units: 3 })
  })
  return [enrolment('e', { time: NOW - 1, name: 'Anna Berg' }), ...bought]
}

test.each([
  [24, 1024],
  [240, 4096],
])("a member's item stays small: %i months of buying in less than %i bytes", async (months, bytes) => {
  const fresh = await freshLedger()
  await fresh.ledger.record(monthlyBuying(months))
  const item = (await storedItems(fresh)).get('member:m-1') ?? {}
  expect(Object.keys(item).filter((name) => /^[0-9A-Z]+$/.test(name))).toHaveLength(months)
  expect(itemSize(item)).toBeLessThan(bytes)
})

test("a member's item does not grow with the number of purchases in a month", async () => {
  const sizeAfter = async (count: number) => {
    const fresh = await freshLedger()
    await fresh.ledger.record(Array.from({ length: count }, (_, index) => purchase(`p${index}`, { amountMinor: 101 })))
    return itemSize((await storedItems(fresh)).get('member:m-1') ?? {})
  }
  expect((await sizeAfter(500)) - (await sizeAfter(1))).toBeLessThan(8)
})
