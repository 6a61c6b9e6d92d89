import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Ledger } from '#ledger/ledger.ts'
import { identityOf, type LedgerEvent, sameContent } from '#program/event.ts'
import { firstWords } from '#program/first-word.ts'
import { fold } from '#program/fold.ts'
import { type FreshLedger, freshLedger, NOW } from './fresh-ledger.ts'
import { cut, cuts, distinctEvents, streams } from './lives.ts'
import { storedItems } from './stored-items.ts'

// Many databases' worth of calls: time enough also on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 })

const RUNS = { numRuns: 40 }
const ZONE = 'Europe/London'

/** What each event comes to by the definition: the first of an identity stands. */
function expectedOutcomes(events: readonly LedgerEvent[]) {
  const first = new Map<string, LedgerEvent>()
  return events.map((event) => {
    const before = first.get(identityOf(event))
    if (before) return sameContent(before, event) ? 'duplicate' : 'conflict'
    first.set(identityOf(event), event)
    return 'recorded'
  })
}

async function expectFold(ledger: Ledger, events: readonly LedgerEvent[]) {
  const stand = Map.groupBy(firstWords(events).events, ({ subject }) => subject)
  for (const member of ['m-1', 'm-2', '__proto__']) {
    const own = stand.get(member) ?? []
    const record = await ledger.member(member)
    expect(record?.sums).toEqual(own.length > 0 ? fold(own, ZONE) : undefined)
    expect(record?.entries ?? 0).toBe(own.length)
  }
}

/** Everything stored but for what depends on order by definition: who came first to claim an address. */
async function stored(fresh: FreshLedger) {
  const items = [...(await storedItems(fresh))].filter(([pk]) => !pk.startsWith('email:'))
  return new Map(items.map(([pk, { claims: _, salt, ...item }]) => [pk, { ...item, isSalted: salt !== undefined }]))
}

test('I1, I2, I3: the sums are the fold of what was recorded, whatever is sent again or differently', async () => {
  await fc.assert(
    fc.asyncProperty(streams, cuts, async (events, lengths) => {
      const { ledger } = await freshLedger()
      const outcomes = []
      for (const batch of cut(events, lengths)) outcomes.push(...(await ledger.record(batch)))
      expect(outcomes).toEqual(expectedOutcomes(events))
      await expectFold(ledger, events)
      const again = await ledger.record(events)
      expect(again).toEqual(outcomes.map((outcome) => (outcome === 'conflict' ? 'conflict' : 'duplicate')))
      await expectFold(ledger, events)
    }),
    RUNS,
  )
})

test('I4: one by one, in batches and all at once from many sides, in any order, end in the same items', async () => {
  const lives = distinctEvents.chain((events) =>
    fc.record({
      events: fc.constant(events),
      shuffled: fc.shuffledSubarray(events, { minLength: events.length }),
      lengths: cuts,
    }),
  )
  await fc.assert(
    fc.asyncProperty(lives, async ({ events, shuffled, lengths }) => {
      const single = await freshLedger()
      for (const event of events) await single.ledger.record([event])
      const batched = await freshLedger()
      for (const batch of cut(shuffled, lengths)) await batched.ledger.record(batch)
      const concurrent = await freshLedger({ patience: { attempts: 100 } })
      await Promise.all(cut(shuffled, lengths).map((batch) => concurrent.ledger.record(batch)))
      const expected = await stored(single)
      expect(await stored(batched)).toEqual(expected)
      expect(await stored(concurrent)).toEqual(expected)
      await expectFold(concurrent.ledger, events)
    }),
    RUNS,
  )
})

test('I5: what was recorded is never changed', async () => {
  await fc.assert(
    fc.asyncProperty(streams, cuts, async (events, lengths) => {
      const { ledger } = await freshLedger()
      let before: readonly unknown[] = []
      for (const batch of cut(events, lengths)) {
        await ledger.record(batch)
        const after = await Promise.all(['m-1', 'm-2', '__proto__'].map((member) => ledger.history(member)))
        expect(after.flat()).toEqual(expect.arrayContaining([...before]))
        before = after.flat()
      }
      const recorded = firstWords(events).events.map((event) => expect.objectContaining({ ...event, recordedAt: NOW }))
      expect(before).toHaveLength(recorded.length)
      expect(before).toEqual(expect.arrayContaining(recorded))
    }),
    RUNS,
  )
})

test('I6: refunds never take more than there was, from a purchase or in all', async () => {
  await fc.assert(
    fc.asyncProperty(streams, async (events) => {
      const fresh = await freshLedger()
      await fresh.ledger.record(events)
      for (const member of ['m-1', 'm-2', '__proto__']) {
        const own = firstWords(events).events.filter(({ subject }) => subject === member)
        const bought = own.reduce((sum, event) => sum + (event.type === 'purchase' ? event.amountMinor : 0), 0)
        const months = (await fresh.ledger.member(member))?.sums.months ?? []
        for (const { netMinor, orders, units } of months) {
          expect(Math.min(netMinor, orders, units)).toBeGreaterThanOrEqual(0)
        }
        expect(months.reduce((sum, { netMinor }) => sum + netMinor, 0)).toBeLessThanOrEqual(bought)
      }
    }),
    RUNS,
  )
})

test('I18: what happens to one member changes nothing of another', async () => {
  await fc.assert(
    fc.asyncProperty(distinctEvents, async (events) => {
      const fresh = await freshLedger()
      await fresh.ledger.record(events.filter(({ subject }) => subject === 'm-1'))
      const before = await fresh.ledger.member('m-1')
      await fresh.ledger.record(events.filter(({ subject }) => subject !== 'm-1'))
      expect(await fresh.ledger.member('m-1')).toEqual(before)
    }),
    RUNS,
  )
})
