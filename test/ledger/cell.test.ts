import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_MINOR, packCell, unpackCell } from '#ledger/cell.ts'

const cells = fc.record({
  minor: fc.oneof(fc.nat(1_000_000), fc.maxSafeNat()),
  orders: fc.nat(9_999_999),
  units: fc.oneof(fc.nat(99), fc.integer({ min: 0, max: 999_999_999_999 })),
})

test('an empty month is 0', () => {
  expect(packCell({ minor: 0, orders: 0, units: 0 })).toBe(0n)
  expect(unpackCell('0')).toEqual({ minor: 0, orders: 0, units: 0 })
})

test('a month of 1,234.50, two orders and seven units', () => {
  expect(packCell({ minor: 123_450, orders: 2, units: 7 })).toBe(1_234_500_000_002_000_000_000_007n)
})

test('what would be rounded is refused', () => {
  const stored = packCell({ minor: MAX_MINOR, orders: 1, units: 1 }) + packCell({ minor: 1, orders: 0, units: 0 })
  expect(() => unpackCell(String(stored))).toThrow('too large to be calculated with exactly')
})

test('every cell comes back as it went in, in no more digits than the database keeps', () => {
  fc.assert(
    fc.property(cells, (cell) => {
      const digits = String(packCell(cell))
      expect(digits.length).toBeLessThanOrEqual(38)
      expect(unpackCell(digits)).toEqual(cell)
    }),
  )
})

test('adding packed cells adds each of their sums, also what is taken away', () => {
  const small = fc.record({ minor: fc.nat(1e12), orders: fc.nat(1000), units: fc.nat(1e9) })
  fc.assert(
    fc.property(small, small, (one, other) => {
      const both = packCell(one) + packCell(other)
      expect(unpackCell(String(both))).toEqual({
        minor: one.minor + other.minor,
        orders: one.orders + other.orders,
        units: one.units + other.units,
      })
      const negative = packCell({ minor: -other.minor, orders: -other.orders, units: -other.units })
      expect(both + negative).toBe(packCell(one))
    }),
  )
})
