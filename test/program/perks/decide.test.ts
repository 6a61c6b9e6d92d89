import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Basket, decide } from '#program/perks/decide.ts'
import type { Limit, Perk, Terms } from '#program/perks/perk.ts'
import { afterUse, type Uses } from '#program/perks/uses.ts'

const LONDON = 'Europe/London'
const NOW = Date.parse('2026-05-20T12:00:00Z')

const terms = (rest: Partial<Terms> = {}): Terms => ({
  ...{ overMinor: null, categories: null, limit: null, source: {} },
  ...rest,
})
const perkOf = (...byRank: (Terms | null)[]): Perk => ({
  ...{ id: 'p', name: 'P', kind: 'service', worthMinor: 500 },
  terms: byRank,
})
const holder = (rank: number, uses: Uses | null = null) => ({ rank, uses, timeZone: LONDON })
const basket = (rest: Partial<Basket> = {}): Basket => ({ amountMinor: 5_000, categories: [], usedInOrder: 0, ...rest })
const usedTimes = (times: number) =>
  Array.from({ length: times }).reduce<Uses | null>((uses) => afterUse(uses, NOW, LONDON), null)

test('a tier without terms is told the first tier that has them', () => {
  expect(decide(perkOf(null, null, terms()), holder(0), null, NOW)).toMatchObject({
    entitled: false,
    reason: 'tier_too_low',
    missing: { what: 'tier', rank: 2 },
  })
})

test('a perk that no tier has is nobody’s', () => {
  expect(decide(perkOf(null), holder(0), null, NOW)).toMatchObject({ missing: { what: 'tier', rank: null } })
})

test('one penny below the amount is short of one penny, and the amount itself is enough', () => {
  const perk = perkOf(terms({ overMinor: 5_000 }))
  expect(decide(perk, holder(0), basket({ amountMinor: 4_999 }), NOW)).toMatchObject({
    reason: 'basket_too_small',
    missing: { what: 'amount', amountMinor: 1 },
  })
  expect(decide(perk, holder(0), basket({ amountMinor: 5_000 }), NOW)).toMatchObject({ entitled: true })
})

test('one covered category in the basket is enough, and none is not', () => {
  const perk = perkOf(terms({ categories: ['suits', 'shirts'] }))
  expect(decide(perk, holder(0), basket({ categories: ['hats', 'shirts'] }), NOW)).toMatchObject({ entitled: true })
  expect(decide(perk, holder(0), basket({ categories: ['hats'] }), NOW)).toMatchObject({
    reason: 'category_not_covered',
  })
})

test('without a basket the conditions on one transaction stay open', () => {
  expect(decide(perkOf(terms({ overMinor: 1, categories: ['suits'] })), holder(0), null, NOW)).toMatchObject({
    entitled: true,
  })
})

test('what was used under one tier counts under the next', () => {
  const limit = (count: number): Limit => ({ count, per: 'year' })
  const perk = perkOf(terms({ limit: limit(2) }), terms({ limit: limit(5) }))
  expect(decide(perk, holder(0, usedTimes(2)), null, NOW)).toMatchObject({ reason: 'limit_reached', used: 2, left: 0 })
  expect(decide(perk, holder(1, usedTimes(2)), null, NOW)).toMatchObject({ entitled: true, used: 2, left: 3 })
  expect(decide(perk, holder(0, usedTimes(4)), null, NOW)).toMatchObject({ used: 4, left: 0 })
})

test('a limit per order asks about the order and nothing else', () => {
  const perk = perkOf(terms({ limit: { count: 2, per: 'order' } }))
  expect(decide(perk, holder(0, usedTimes(9)), basket(), NOW)).toMatchObject({ entitled: true, used: 0, left: 2 })
  expect(decide(perk, holder(0), basket({ usedInOrder: 2 }), NOW)).toMatchObject({ reason: 'limit_reached' })
})

test('a limit for ever is never whole again, and one by calendar says when', () => {
  const limited = (per: Limit['per']) => perkOf(terms({ limit: { count: 1, per } }))
  expect(decide(limited('ever'), holder(0, usedTimes(1)), null, NOW)).toMatchObject({
    missing: { what: 'allowance', resetsOn: null },
  })
  expect(decide(limited('week'), holder(0, usedTimes(1)), null, NOW)).toMatchObject({
    missing: { what: 'allowance', resetsOn: '2026-05-25' },
  })
})

test('I8: going on for as long as one is entitled comes to exactly the limit', () => {
  const windows = fc.constantFrom('day', 'week', 'month', 'quarter', 'year', 'ever')
  fc.assert(
    fc.property(windows, fc.integer({ min: 1, max: 12 }), (per, count) => {
      const perk = perkOf(terms({ limit: { count, per: per as Limit['per'] } }))
      let uses: Uses | null = null
      let granted = 0
      while (granted <= count && decide(perk, holder(0, uses), null, NOW).entitled) {
        uses = afterUse(uses, NOW, LONDON)
        granted++
      }
      expect(granted).toBe(count)
    }),
  )
})
