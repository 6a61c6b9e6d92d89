import { describe, expect, it } from 'vitest'
import { amountsWords, dropWords, whyWords } from '../../../web/standing/ground-words.ts'
import { LADDER, orders, plus, spend, standing } from './someone.ts'

describe('why a tier is held', () => {
  it('gives the month, the figures and the edition, so that the sum can be done again', () => {
    expect(whyWords(standing(), LADDER)).toEqual([
      'It began in February 2026 with £262 spent (£250 needed), by edition 1 of the rules.',
    ])
  })

  it('adds what carries it now, where that is another month', () => {
    const carriedBy = { month: '2026-05', edition: 2, row: [orders(7, 6), spend('312.40', '250.00', '0.00')] }
    const why = { month: '2026-02', edition: 1, row: [plus(true)], landing: null, carriedBy }
    expect(whyWords(standing({ why }), LADDER)).toEqual([
      'It began in February 2026 with Fairweather Plus, £49 a year, by edition 1 of the rules.',
      'The last month that was good for it is May 2026, with 7 orders (6 needed) and £312.40 spent (£250 needed), by edition 2.',
    ])
  })

  it('says plainly when a tier was come down to', () => {
    const landing = { from: 'gold', through: '2027-01' }
    const why = { month: '2026-02', edition: 2, row: [], landing, carriedBy: null }
    expect(whyWords(standing({ why }), LADDER)).toEqual([
      'You came down from Gold by one tier in February 2026; Silver is yours through January 2027, whatever you buy.',
    ])
  })

  it('needs no reason for the tier that everyone holds', () => {
    const member = standing({ why: null }, { id: 'member', name: 'Member', rank: 0 })
    expect(whyWords(member, LADDER)).toEqual(['Everyone holds Member: it does not have to be earned.'])
  })
})

describe('what drops off', () => {
  it('is said with its day, also when it is nothing', () => {
    expect(dropWords({ on: '2026-06-01', spend: '40.00', orders: 1, units: 1 }, 'GBP')).toBe(
      '£40 and 1 order, on 1 June 2026',
    )
    expect(dropWords({ on: '2026-06-01', spend: '0.00', orders: 0, units: 0 }, 'GBP')).toBe('Nothing, on 1 June 2026')
  })

  it('names the items where they are not one for each order', () => {
    expect(amountsWords({ spend: '40.00', orders: 2, units: 5 }, 'GBP')).toBe('£40, 2 orders and 5 items')
  })
})
