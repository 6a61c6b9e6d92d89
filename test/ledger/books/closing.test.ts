import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { Busy } from '#ledger/ledger.ts'
import { openBooks } from '#ledger/open-books.ts'
import { parseMonth } from '#program/month.ts'
import { monthOf } from '#program/zone.ts'
import { type Fault, faultyClient } from '../../faults/faulty-client.ts'
import { purchase } from '../events.ts'
import { asks } from '../perk-shop.ts'
import { type FreshBooks, freshBooks, granted } from './fresh-books.ts'

// Many databases' worth of calls: time enough also on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 })

const closing = (month: string, checkpoint = `checkpoint of ${month}`) => ({
  ...{ month: parseMonth(month), closedAt: Date.parse('2026-07-01T09:00:00Z'), closedBy: 'finn', size: 3, checkpoint },
})

test('months are closed one after the other, each once, and listed oldest first', async () => {
  const { books } = await freshBooks()
  expect(await books.closings()).toEqual([])
  expect(await books.close(closing('2026-05'))).toBe(true)
  expect(await books.close(closing('2026-07'))).toBe(false)
  expect(await books.close(closing('2026-05', 'another'))).toBe(false)
  expect(await books.close(closing('2026-04'))).toBe(false)
  expect(await books.close(closing('2026-06'))).toBe(true)
  expect(await books.closings()).toEqual([closing('2026-05'), closing('2026-06')])
})

test('of two who close a month at once, or begin with different ones, one wins', async () => {
  const { books } = await freshBooks()
  const both = await Promise.all([books.close(closing('2026-05', 'one')), books.close(closing('2026-05', 'other'))])
  expect(both.toSorted()).toEqual([false, true])
  const { books: others } = await freshBooks()
  const begun = await Promise.all([others.close(closing('2026-04')), others.close(closing('2026-05'))])
  expect(begun.toSorted()).toEqual([false, true])
  expect(await others.closings()).toHaveLength(1)
})

test.each([
  'conflict',
  'throttled',
  'error',
  'done-then-error',
  'done-then-reset',
  'done-then-timeout',
] satisfies Fault[])(
  'a month that is closed while "%s" happens at any call is closed once, and closing it again says so',
  async (fault) => {
    for (let call = 1; call <= 3; call++) {
      const { books, client, table } = await freshBooks()
      let calls = 0
      const faulty = faultyClient(() => (++calls === call ? fault : 'none')).client
      const patience = { sleep: () => Promise.resolve() }
      const ours = openBooks({ client: faulty, table, now: () => 0, timeZone: 'Europe/London', patience })
      const isClosed = await ours.close(closing('2026-05')).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Busy)
        return ours.close(closing('2026-05'))
      })
      expect(isClosed).toBe(true)
      expect(await books.closings()).toEqual([closing('2026-05')])
      expect(await openBooks({ client, table, now: () => 0 }).close(closing('2026-05'))).toBe(true)
    }
  },
)

/** In which month everything that was recorded since is booked. */
async function monthsBooked({ ledger }: FreshBooks) {
  const entries = [...(await ledger.history('m-1')), ...(await ledger.history('m-2'))]
  const uses = [...(await ledger.redemptions('m-1')), ...(await ledger.redemptions('m-2'))]
  const instants = [...entries.map(({ recordedAt }) => recordedAt), ...uses.map(({ at }) => at)]
  return instants.map((instant) => monthOf(instant, 'Europe/London'))
}

test('nothing is booked in a closed month, however far the clock of a machine lags or how long ago it was opened', async () => {
  const steps = fc.array(
    fc.record({
      what: fc.constantFrom('purchase', 'use', 'reversal'),
      lagHours: fc.integer({ min: 0, max: 24 * 40 }),
      passes: fc.integer({ min: 60_000, max: 86_400_000 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const fresh = await freshBooks(Date.parse('2026-05-20T12:00:00Z'))
      const use = await granted(fresh.ledger.redeem(asks('early')))
      const before = (await monthsBooked(fresh)).filter((month) => month <= parseMonth('2026-05')).length
      fresh.clock.now = Date.parse('2026-06-02T12:00:00Z')
      await fresh.books.close(closing('2026-05'))
      for (const [at, { what, lagHours, passes }] of all.entries()) {
        fresh.clock.now += passes
        const lagging = fresh.ledgerAt(() => fresh.clock.now - lagHours * 3_600_000)
        if (what === 'purchase') await lagging.record([purchase(`p-${at}`)])
        else if (what === 'use') await lagging.redeem(asks(`u-${at}`))
        else await lagging.reverse(use.id, 'till-1')
      }
      const after = (await monthsBooked(fresh)).filter((month) => month <= parseMonth('2026-05')).length
      expect(after).toBe(before)
    }),
    { numRuns: 15 },
  )
})

test('a machine that has been at work learns of a closed month within a minute', async () => {
  const { books, ledger, clock } = await freshBooks(Date.parse('2026-05-31T22:30:00Z'))
  await ledger.record([purchase('before')])
  await books.close(closing('2026-05'))
  clock.now += 60_000
  await ledger.record([purchase('after')])
  const recorded = new Map((await ledger.history('m-1')).map(({ id, recordedAt }) => [id, recordedAt]))
  expect(recorded.get('before')).toBe(Date.parse('2026-05-31T22:30:00Z'))
  expect(recorded.get('after')).toBe(Date.parse('2026-05-31T23:00:00Z'))
})

const sheet = (version: number) => ({
  ...{ version, effectiveFrom: '2027-01', costs: { coffee: { unit: '0.45' } }, author: 'finn', changedAt: version },
})

test('a cost sheet is replaced by who saw the last one, and by nobody else', async () => {
  const { books } = await freshBooks()
  expect(await books.costSheet()).toBeNull()
  expect(await books.saveCostSheet(sheet(1), 0)).toBe(true)
  expect(await books.saveCostSheet(sheet(1), 0)).toBe(true)
  expect(await books.saveCostSheet({ ...sheet(1), author: 'fay' }, 0)).toBe(false)
  expect(await books.saveCostSheet(sheet(2), 1)).toBe(true)
  expect(await books.saveCostSheet(sheet(3), 1)).toBe(false)
  expect(await books.saveCostSheet(null, 1)).toBe(false)
  expect(await books.costSheet()).toEqual(sheet(2))
  expect(await books.saveCostSheet(null, 2)).toBe(true)
  expect(await books.costSheet()).toBeNull()
})

test('what finance prepared is taken back without the right to delete anything', async () => {
  const { books, client } = await freshBooks()
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === 'DeleteItemCommand') throw new Error('Nobody of finance or the studio may delete.')
        return next(args)
      },
    { step: 'initialize' },
  )
  const sheet = { effectiveFrom: '2026-07', costs: {}, version: 1, author: 'finn', changedAt: 0 }
  expect(await books.saveCostSheet(sheet, 0)).toBe(true)
  expect(await books.saveCostSheet(null, 1)).toBe(true)
  expect(await books.costSheet()).toBeNull()
  expect(await books.saveCostSheet({ ...sheet, version: 2 }, 1)).toBe(false)
  expect(await books.saveCostSheet({ ...sheet, version: 2 }, 0)).toBe(true)
})
