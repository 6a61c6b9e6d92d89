import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDecimals, type Decimal, multiply, parseDecimal, roundHalfEven } from '#local/import/decimal.ts'

const decimal = (text: string): Decimal => parseDecimal(text, '.') ?? { digits: 0n, decimals: -1 }

test('83 pieces at 4.8533 are 402.82', () => {
  expect(roundHalfEven(multiply(decimal('83'), decimal('4.8533')), 2)).toBe(40282n)
})

test.each([
  ['0.125', 12n],
  ['0.135', 14n],
  ['0.1250001', 13n],
  ['-0.125', -12n],
  ['-0.135', -14n],
  ['7', 700n],
])('%s rounded half even to the penny is %s pence', (text, pence) => {
  expect(roundHalfEven(decimal(text), 2)).toBe(pence)
})

test.each(['', ' 1', '1e3', '0x10', '1,50', '£5', '1.', '.5', '--1', 'NaN', '9'.repeat(41)])(
  '%j is no number',
  (text) => expect(parseDecimal(text, '.')).toBeUndefined(),
)

test('with a decimal comma 1,50 is one and a half, and 1.50 is refused as the thousands it may be', () => {
  expect(parseDecimal('1,50', ',')).toEqual({ digits: 150n, decimals: 2 })
  expect(parseDecimal('1.50', ',')).toBeUndefined()
})

test('10.0 equals 10.00, and is above -10', () => {
  expect(compareDecimals(decimal('10.0'), decimal('10.00'))).toBe(0)
  expect(compareDecimals(decimal('-10'), decimal('10.0'))).toBeLessThan(0)
})

test('what rounding moves is at most half a unit, and mirrored for what is taken back', () => {
  const anyDecimal = fc.record({ digits: fc.bigInt(-(10n ** 12n), 10n ** 12n), decimals: fc.nat(6) })
  fc.assert(
    fc.property(anyDecimal, (number) => {
      const rounded = roundHalfEven(number, 2)
      const off = rounded * 10n ** BigInt(number.decimals) - number.digits * 100n
      expect((off < 0n ? -off : off) * 2n <= 10n ** BigInt(number.decimals)).toBe(true)
      expect(roundHalfEven({ ...number, digits: -number.digits }, 2)).toBe(-rounded)
    }),
  )
})
