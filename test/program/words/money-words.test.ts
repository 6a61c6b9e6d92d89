import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyWords } from '#program/words/money-words.ts'

describe('an amount in words', () => {
  it.each([
    ['1000.00', 'GBP', '£1,000'],
    ['187.60', 'GBP', '£187.60'],
    ['0.05', 'GBP', '£0.05'],
    ['0.00', 'EUR', '€0'],
    ['120000', 'JPY', '¥120,000'],
    ['49.000', 'KWD', 'KWD\u00a049'],
    ['49.250', 'KWD', 'KWD\u00a049.250'],
    ['-12.50', 'GBP', '-£12.50'],
  ])('%s %s reads %s', (amount, currency, words) => {
    expect(moneyWords(amount, currency)).toBe(words)
  })

  it('is exact beyond what a floating-point number can hold', () => {
    expect(moneyWords('90071992547409.93', 'GBP')).toBe('£90,071,992,547,409.93')
  })

  it('never rounds: every digit of the amount is in the words', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 12 }), fc.integer({ min: 0, max: 99 }), (whole, pence) => {
        const amount = `${whole}.${String(pence).padStart(2, '0')}`
        const digits = moneyWords(amount, 'GBP').replace(/[£,]/g, '')
        expect(digits).toBe(pence === 0 ? String(whole) : amount)
      }),
    )
  })
})
