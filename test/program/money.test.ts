import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencyDecimals, isCurrency } from '#program/currency.ts'
import { formatMoney, MoneyError, parseMoney } from '#program/money.ts'

describe('money', () => {
  test('is read exactly, with the decimals that its currency has', () => {
    expect(parseMoney('12.5', 'GBP')).toBe(1250)
    expect(parseMoney('12', 'GBP')).toBe(1200)
    expect(parseMoney('1250', 'JPY')).toBe(1250)
    expect(parseMoney('0.001', 'KWD')).toBe(1)
    expect(parseMoney('90071992547409.91', 'GBP')).toBe(Number.MAX_SAFE_INTEGER)
  })

  test.each([
    'NaN',
    '1e3',
    '-1',
    '+1',
    '0x10',
    '1,000.00',
    '1 000',
    '.5',
    '5.',
    '',
    ' 5',
    '٣',
    '007',
    '1.2.3',
    'Infinity',
  ])('is not %j', (text) => expect(() => parseMoney(text, 'GBP')).toThrow(MoneyError))

  test('has no more decimals than its currency, and the message says how it should look', () => {
    expect(() => parseMoney('12.345', 'GBP')).toThrow('"12.345" has 3 decimals, GBP has 2: "12.50".')
    expect(() => parseMoney('1.5', 'JPY')).toThrow('has 1 decimals, JPY has 0')
  })

  test('beyond 2^53 − 1 is refused, not rounded', () => {
    expect(() => parseMoney('90071992547409.92', 'GBP')).toThrow(MoneyError)
    expect(() => parseMoney('9007199254740993', 'JPY')).toThrow(MoneyError)
  })

  test('is written with exactly the decimals of its currency', () => {
    expect([formatMoney(5, 'GBP'), formatMoney(-1250, 'GBP'), formatMoney(0, 'KWD'), formatMoney(7, 'JPY')]).toEqual([
      '0.05',
      '-12.50',
      '0.000',
      '7',
    ])
    expect(() => formatMoney(1.5, 'GBP')).toThrow(RangeError)
  })

  test('comes back as it was written, in every kind of currency', () => {
    const currencies = fc.constantFrom('GBP', 'JPY', 'KWD', 'CLF', 'HUF')
    fc.assert(
      fc.property(fc.maxSafeNat(), currencies, (minor, currency) => {
        expect(parseMoney(formatMoney(minor, currency), currency)).toBe(minor)
      }),
    )
  })

  test('decimals are those of ISO 4217, not of everyday use', () => {
    expect(['HUF', 'IDR', 'IQD', 'CLP', 'UYW'].map(currencyDecimals)).toEqual([2, 2, 3, 0, 4])
    expect([isCurrency('GBP'), isCurrency('gbp'), isCurrency('XXY'), isCurrency('')]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(() => currencyDecimals('GBX')).toThrow('"GBX" is not a currency of ISO 4217')
  })
})
