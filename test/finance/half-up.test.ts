import fc from 'fast-check'
import { expect, test } from 'vitest'
import { halfUp, percentOf, perEach } from '#finance/half-up.ts'

test.each([
  [5n, 2n, 3],
  [-5n, 2n, -2],
  [7n, 3n, 2],
  [-7n, 3n, -2],
  [-8n, 3n, -3],
  [0n, 9n, 0],
  [6n, 3n, 2],
])('%s divided by %s is %s', (over, under, rounded) => {
  expect(halfUp(over, under)).toBe(rounded)
})

test('the rounded number is never further away than a half, and of two as near the higher one', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      fc.bigInt({ min: 1n, max: 10n ** 6n }),
      (over, under) => {
        const off = 2n * over - 2n * BigInt(halfUp(over, under)) * under
        expect(off >= -under && off < under).toBe(true)
      },
    ),
  )
})

test('a share is told to a tenth of a percent, and there is none of nothing', () => {
  expect(percentOf(1, 3)).toBe(33.3)
  expect(percentOf(2, 3)).toBe(66.7)
  expect(percentOf(-1, 8)).toBe(-12.5)
  expect([percentOf(5, 0), percentOf(5, -1)]).toEqual([null, null])
})

test('12.50 among four is 3.13 each, and among nobody nothing that could be named', () => {
  expect(perEach(1250, 4)).toBe(313)
  expect(perEach(1250, 0)).toBeNull()
})
