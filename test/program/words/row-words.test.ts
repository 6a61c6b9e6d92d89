import { describe, expect, it } from 'vitest'
import type { QualificationTerms, RowDocument } from '#program/document.ts'
import { rowWords } from '#program/words/row-words.ts'

const sliding: QualificationTerms = { period: 'sliding', months: 12, keep: 1, softLanding: true }
const plans = [{ id: 'plus', name: 'Fairweather Plus', price: '49.00', per: 'year' }] as const
const say = (row: RowDocument, qualification = sliding, currency = 'GBP') =>
  rowWords(row, { qualification, currency, plans })

describe('a way of qualifying in words', () => {
  it.each<[RowDocument, string]>([
    [{ spend: '1000.00' }, 'Spend £1,000 in 12 months'],
    [{ orders: 6 }, '6 orders in 12 months'],
    [{ orders: 1 }, '1 order in 12 months'],
    [{ units: 20 }, '20 items in 12 months'],
    [{ orders: 12, spend: '500.00' }, '12 orders and £500 in 12 months'],
    [{ spend: '500.00', orders: 12 }, 'Spend £500 and 12 orders in 12 months'],
    [{ lifetimeSpend: '10000.00' }, 'Spend £10,000 in all'],
    [{ lifetimeSpend: '10000.00', spend: '1000.00' }, 'Spend £10,000 in all and £1,000 in 12 months'],
    [{ balance: '5000.00', months: 3 }, 'Keep £5,000 for 3 months'],
    [{ balance: '5000.00' }, 'Keep £5,000 for a month'],
    [{ plan: 'plus' }, 'Fairweather Plus, £49 a year'],
    [{ plan: 'plus', spend: '99.50' }, 'Fairweather Plus, £49 a year, with £99.50 in 12 months'],
    [{ orders: 3, balance: '50.00', months: 2 }, '3 orders in 12 months and a balance of £50 for 2 months'],
  ])('%o', (row, words) => {
    expect(say(row)).toBe(words)
  })

  it('names the period as the program counts it', () => {
    const calendar: QualificationTerms = { period: 'calendar', months: 12, keep: 12, softLanding: false }
    expect(say({ orders: 6 }, calendar)).toBe('6 orders in a calendar year')
    expect(say({ orders: 6 }, { ...calendar, startsIn: 4 })).toBe('6 orders in a year from April')
    expect(say({ orders: 6 }, { ...calendar, months: 6, startsIn: 10 })).toBe(
      '6 orders in 6 months from April or October',
    )
    expect(say({ orders: 6 }, { ...sliding, months: 1 })).toBe('6 orders in a month')
    expect(say({ orders: 6 }, { ...sliding, period: 'anniversary' })).toBe('6 orders in a year of membership')
  })

  it('uses the currency of the program and no other', () => {
    expect(say({ spend: '120000' }, sliding, 'JPY')).toBe('Spend ¥120,000 in 12 months')
  })

  it('calls a plan that the program does not describe by its id', () => {
    expect(say({ plan: 'gone' })).toBe('gone')
  })
})
