import { describe, expect, test } from 'vitest'
import { basketOf } from '#program/perks/basket-of.ts'

describe('a basket that is sent', () => {
  test('is read in the minor units of the program’s currency', () => {
    expect(basketOf({ amount: '38.5', currency: 'GBP', categories: ['suits'] }, 'GBP')).toEqual({
      basket: { amountMinor: 3850, categories: ['suits'], usedInOrder: 0 },
    })
    expect(basketOf({ amount: '3850', currency: 'JPY' }, 'JPY')).toMatchObject({ basket: { amountMinor: 3850 } })
    expect(basketOf({ amount: '0', currency: 'GBP' }, 'GBP')).toMatchObject({ basket: { amountMinor: 0 } })
  })

  test('may hold as much as a purchase, and no penny more', () => {
    expect(basketOf({ amount: '99999999999.99', currency: 'GBP' }, 'GBP')).toHaveProperty('basket')
    expect(basketOf({ amount: '100000000000.00', currency: 'GBP' }, 'GBP')).toEqual({
      fault: {
        ...{ field: 'amount', code: 'too_big' },
        detail: 'The amount is above 99999999999.99, the most a basket may hold.',
      },
    })
  })

  test('in another currency is not converted but refused', () => {
    expect(basketOf({ amount: '38.50', currency: 'EUR' }, 'GBP')).toMatchObject({
      fault: { field: 'currency', code: 'wrong_currency', detail: expect.stringContaining('counts in GBP') },
    })
    expect(basketOf({ amount: '38.50', currency: 'gbp' }, 'GBP')).toHaveProperty('fault')
  })

  test.each(['', '-1', '+1', '1e3', '0x10', 'NaN', 'Infinity', '1,00', '1.005', ' 1', '01', '9007199254740993', '١'])(
    'of %j is no amount, and the sentence says how one looks',
    (amount) => {
      expect(basketOf({ amount, currency: 'GBP' }, 'GBP')).toMatchObject({
        fault: { field: 'amount', code: 'bad_money', detail: expect.stringMatching(/\.$/) },
      })
    },
  )

  test('in a currency without decimals may have none', () => {
    expect(basketOf({ amount: '38.5', currency: 'JPY' }, 'JPY')).toMatchObject({ fault: { code: 'bad_money' } })
  })
})
