import fc from 'fast-check'
import type { LedgerEvent } from '#program/event.ts'
import { NOW } from './fresh-ledger.ts'

/**
 * Random lives of three members, whose ids, purchases and months are so few that everything meets: refunds of each other's
 * purchases, of refunds, of themselves and of nothing, the same id from two sources, equal instants, months' edges, and
 * names that a careless key would trip over.
 */
const members = fc.constantFrom('m-1', 'm-2', '__proto__')
const sources = fc.constantFrom('shop', 'shop","x')
const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'a"]', '__proto__', 'type', '-1', '#')
const MONTHS = [
  Date.UTC(2026, 2, 1),
  Date.UTC(2026, 2, 31, 23),
  Date.UTC(2026, 3, 30, 23, 30),
  Date.UTC(2025, 11, 31, 23),
]
const times = fc.oneof(fc.constantFrom(...MONTHS), fc.integer({ min: NOW - 9e9, max: NOW }), fc.constant(NOW + 60_000))
const amounts = fc.oneof(fc.constantFrom(0, 1, 100), fc.nat(1_000), fc.constant(1_099_511_627_775))
const units = fc.nat(5)

const alike = { source: sources, id: ids, subject: members, time: times }

const purchases = fc.record(
  {
    ...{ ...alike, type: fc.constant('purchase' as const), amountMinor: amounts, units },
    ...{ categories: fc.array(fc.constantFrom('suits', ''), { maxLength: 2 }), note: fc.constantFrom('', 'by hand') },
  },
  { requiredKeys: ['source', 'id', 'subject', 'time', 'type', 'amountMinor', 'units'] },
)
const refunds = fc.record(
  { ...alike, type: fc.constant('refund' as const), amountMinor: amounts, units, purchase: ids },
  { requiredKeys: ['source', 'id', 'subject', 'time', 'type', 'amountMinor', 'units'] },
)
const balances = fc.record({ ...alike, type: fc.constant('balance' as const), balanceMinor: amounts })
const plans = fc.record({
  ...{ ...alike, type: fc.constant('plan' as const), plan: fc.constantFrom('plus', 'pro"') },
  ...{ from: fc.constantFrom(0, NOW), until: fc.constantFrom(0, 5, NOW) },
})
const enrolments = fc.record(
  {
    ...alike,
    type: fc.constant('enrolment' as const),
    emailHash: fc.constantFrom('h1', 'h2'),
    name: fc.constantFrom('A', 'B'),
  },
  { requiredKeys: ['source', 'id', 'subject', 'time', 'type'] },
)

const events: fc.Arbitrary<LedgerEvent> = fc.oneof(
  { arbitrary: purchases, weight: 4 },
  { arbitrary: refunds, weight: 4 },
  { arbitrary: balances, weight: 1 },
  { arbitrary: plans, weight: 1 },
  { arbitrary: enrolments, weight: 1 },
)

/** A stream in its order of arrival, in which identities come again with the same content or with other. */
export const streams = fc.array(events, { minLength: 1, maxLength: 25 })

/** Events of which no two share an identity, so that they may come in any order. */
export const distinctEvents = fc.uniqueArray(events, {
  selector: ({ source, id }) => JSON.stringify([source, id]),
  minLength: 1,
  maxLength: 22,
})

/** How a stream is cut into batches: their lengths, used in turn. */
export const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 })

export function cut<T>(items: readonly T[], lengths: readonly number[]): T[][] {
  const batches: T[][] = []
  for (let from = 0; from < items.length; ) {
    const length = lengths[batches.length % lengths.length] ?? 1
    batches.push(items.slice(from, from + length))
    from += length
  }
  return batches
}
