import { describe, expect, test } from 'vitest'
import type { PerkBody } from '#program/perks/perk-body.ts'
import { shelfOf } from '../../../web/desk/shelf.ts'

const perk = (rest: Partial<PerkBody>): PerkBody => ({
  ...{ perk: 'lounge', name: 'Lounge entry', kind: 'access', worth: '18.00', entitled: true, reason: null },
  ...{ missing: null, terms: {}, words: 'Always', used: 0, left: null, resetsOn: null },
  ...rest,
})

describe('the counter’s screen', () => {
  test('offers what can be had now, with what is left and until when', () => {
    const limited = perk({ words: '2 a year', left: 1, resetsOn: '2027-01-01' })
    expect(shelfOf([perk({}), limited], false).now.map(({ words }) => words)).toEqual([
      'Always',
      '2 a year, 1 left before 1 January 2027',
    ])
  })

  test('keeps apart what depends on a basket that is not entered', () => {
    const over = perk({ perk: 'delivery', terms: { over: '25.00' }, words: 'On orders of £25 or more' })
    const inSuits = perk({ perk: 'alterations', terms: { categories: ['suits'] }, words: 'In suits' })
    const without = shelfOf([over, inSuits], false)
    expect([without.now, without.afterBasket.map((offer) => offer.perk)]).toEqual([[], ['delivery', 'alterations']])
    const entered = shelfOf([over, inSuits], true)
    expect([entered.now.map((offer) => offer.perk), entered.afterBasket]).toEqual([['delivery', 'alterations'], []])
  })

  test('says of every refusal what would change it', () => {
    const refusals = [
      perk({ entitled: false, reason: 'tier_too_low', missing: 'from Gold on', terms: null, words: null }),
      perk({ entitled: false, reason: 'basket_too_small', missing: '£12 more', words: 'On orders of £25 or more' }),
    ]
    expect(shelfOf(refusals, true).not.map(({ words }) => words)).toEqual([
      'From Gold on',
      '£12 more (on orders of £25 or more)',
    ])
  })

  test('has nothing on it for a program without perks', () => {
    expect(shelfOf([], false)).toEqual({ now: [], afterBasket: [], not: [] })
  })
})
