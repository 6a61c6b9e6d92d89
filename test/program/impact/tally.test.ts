import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memberImpact } from '#program/impact/member-impact.ts'
import { type Count, countOf, merge, NO_TALLY, type Tally, tallied } from '#program/impact/tally.ts'
import { bought, compared, ladder, program } from './rules.ts'

const place: fc.Arbitrary<Count> = fc.oneof(
  fc.constant(['members'] as const),
  fc.tuple(fc.constant('held' as const), fc.constantFrom('without' as const, 'with' as const), fc.string()),
  fc.tuple(fc.constant('flow' as const), fc.string(), fc.string()),
  fc.tuple(fc.constant('cost' as const), fc.constantFrom('a', '__proto__', '","'), fc.constantFrom('b', '"]')),
)
const tally: fc.Arbitrary<Tally> = fc.array(fc.tuple(place, fc.nat(1e9))).map(tallied)
const plain = (one: Tally) => Object.entries(Object.fromEntries(one)).toSorted()

test('members may be counted in any parts and any order', () => {
  fc.assert(
    fc.property(tally, tally, tally, (one, two, three) => {
      expect(plain(merge(one, two))).toEqual(plain(merge(two, one)))
      expect(plain(merge(merge(one, two), three))).toEqual(plain(merge(one, merge(two, three))))
      expect(plain(merge(one, NO_TALLY))).toEqual(plain(one))
    }),
  )
})

test('however members are cut into chunks, the sums are the same', () => {
  const comparison = compared(program({ tiers: ladder('300.00', '900.00') }))
  const spent = fc.record({ month: fc.constantFrom('2025-10', '2026-02', '2026-06'), pounds: fc.nat(1_500) })
  fc.assert(
    fc.property(fc.array(spent, { maxLength: 20 }), fc.nat(20), (people, cut) => {
      const each = people.map(({ month, pounds }) => memberImpact(bought(month, pounds), [], comparison).tally)
      const chunks = [each.slice(cut), each.slice(0, cut)].map((some) => some.reduce(merge, NO_TALLY))
      const whole = each.reduce(merge, NO_TALLY)
      expect(plain(chunks.reduce(merge, NO_TALLY))).toEqual(plain(whole))
      expect(countOf(whole, ['members'])).toBe(people.length)
    }),
  )
})

test('a sum that cannot be exact is refused', () => {
  const most = tallied([[['members'], Number.MAX_SAFE_INTEGER]])
  expect(() => merge(most, tallied([[['members'], 1]]))).toThrow(RangeError)
})
