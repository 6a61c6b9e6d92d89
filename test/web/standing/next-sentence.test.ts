import { describe, expect, it } from 'vitest'
import { headline } from '../../../web/standing/next-sentence.ts'
import { LADDER, orders, plus, spend, standing, step, trajectory, way } from './someone.ts'

const toGold = way([spend('812.40', '1000.00', '187.60')], '2026-12-31')
const byOrders = way([orders(7, 12), spend('462.40', '500.00', '37.60')], '2027-01-31')
const byPlan = way([plus(false)], '2027-04-30')

describe('the sentence at the head of the page', () => {
  it('says what is left, by when, and what for', () => {
    const lift = step('gold', [toGold, byOrders, byPlan])
    const keep = step('silver', [way([spend('200.40', '250.00', '49.60')], '2027-03-31')])
    expect(headline(standing(), trajectory({ lift, keep }), LADDER)).toEqual({
      sentence: 'Spend £187.60 more by 31 December to reach Gold.',
      holding: 'Silver is yours until 31 March 2027. Spend £49.60 more by 31 March 2027 to keep it.',
      otherWays: [
        'Place 5 more orders and spend £37.60 more by 31 January 2027 to reach Gold.',
        'Take out Fairweather Plus, £49 a year, to reach Gold.',
      ],
      keepingWays: ['Spend £49.60 more by 31 March 2027.'],
    })
  })

  it('names the way that is nearest, even where that is orders', () => {
    expect(headline(standing(), trajectory({ lift: step('gold', [byOrders, toGold]) }), LADDER).sentence).toBe(
      'Place 5 more orders and spend £37.60 more by 31 January 2027 to reach Gold.',
    )
  })

  it('does not say "more" to somebody who has bought nothing yet', () => {
    const nothing = [way([spend('0.00', '250.00', '250.00')], '2027-04-30'), way([orders(0, 6)], '2027-04-30')]
    const newcomer = standing(
      { why: null, keep: null },
      { id: 'member', name: 'Member', rank: 0, until: null, after: null },
    )
    expect(headline(newcomer, trajectory({ lift: step('silver', nothing) }), LADDER)).toMatchObject({
      sentence: 'Spend £250 by 30 April 2027 to reach Silver.',
      holding: 'Member is yours for good.',
      otherWays: ['Place 6 orders by 30 April 2027 to reach Silver.'],
      keepingWays: [],
    })
  })

  it('puts a tier that is about to be lost before one that could be gained', () => {
    const aboutToDrop = standing({}, { id: 'gold', name: 'Gold', rank: 2, until: '2026-06-30', after: 'silver' })
    const keep = step('gold', [way([spend('585.50', '1000.00', '414.50')], '2026-06-30')])
    const head = headline(aboutToDrop, trajectory({ keep, lift: step('gold', [toGold]) }), LADDER)
    expect(head.sentence).toBe('Spend £414.50 more by 30 June to keep Gold.')
    expect(head.holding).toBe('Otherwise Gold ends on 30 June 2026 and you hold Silver from the next day.')
  })

  it('does not hurry anybody whose tier lasts for longer than the next month', () => {
    const keep = step('silver', [way([spend('0.00', '250.00', '250.00')], '2026-07-31')])
    const later = standing({}, { until: '2026-07-31' })
    expect(headline(later, trajectory({ keep, lift: step('gold', [toGold]) }), LADDER).sentence).toContain(
      'to reach Gold',
    )
  })

  it('says from when on, where that is not today', () => {
    const keep = step('gold', [way([spend('0.00', '1000.00', '1000.00')], '2027-03-31', { from: '2027-01-01' })])
    const top = standing({ progress: [] }, { id: 'gold', name: 'Gold', rank: 2, after: 'silver' })
    expect(headline(top, trajectory({ keep }), LADDER)).toMatchObject({
      sentence: 'Gold, the highest tier, is yours until 31 March 2027.',
      holding: 'Spend £1,000 between 1 January 2027 and 31 March 2027 to keep it.',
    })
  })

  it('has nothing to ask of those who hold the highest tier with no end date', () => {
    const top = standing({ progress: [] }, { id: 'gold', name: 'Gold', rank: 2, until: null, after: null })
    expect(headline(top, trajectory(), LADDER)).toEqual({
      sentence: 'Gold, the highest tier, is yours, with no end date.',
      holding: '',
      otherWays: [],
      keepingWays: [],
    })
  })

  it('tells those who hold a tier by a plan to renew it, whatever else would keep it', () => {
    const why = { month: '2026-02', edition: 1, row: [plus(true)], landing: null, carriedBy: null }
    const keep = step('gold', [way([orders(3, 12)], '2026-06-12'), way([plus(false)], '2026-06-12')])
    const held = { rows: [{ percent: 100, measures: [plus(true)] }] }
    const byPlanHeld = standing(
      { why, progress: [], keep: held },
      { id: 'gold', name: 'Gold', rank: 2, until: '2026-06-12' },
    )
    expect(headline(byPlanHeld, trajectory({ keep }), LADDER).sentence).toBe(
      'Renew Fairweather Plus, £49 a year, by 12 June to keep Gold.',
    )
  })

  it('names no day for a plan that is all that is missing', () => {
    const rest = way([spend('600.00', '500.00', '0.00'), plus(false)], '2026-12-31')
    expect(headline(standing(), trajectory({ lift: step('gold', [rest]) }), LADDER).sentence).toBe(
      'Take out Fairweather Plus, £49 a year, to reach Gold.',
    )
  })

  it('speaks of renewing only to those who have the plan', () => {
    const gold = standing({ progress: [] }, { id: 'gold', name: 'Gold', rank: 2, until: '2026-06-30', after: 'silver' })
    const keep = step('gold', [way([plus(false)], '2026-06-30')])
    expect(headline(gold, trajectory({ keep }), LADDER).sentence).toBe(
      'Take out Fairweather Plus, £49 a year, by 30 June to keep Gold.',
    )
  })

  it('says what of the sum only makes good what came back', () => {
    const lift = step('gold', [{ ...toGold, returnsFirst: '20.00' }])
    expect(headline(standing(), trajectory({ lift }), LADDER).holding).toMatch(
      /^£20 of it makes good what came back this month\. Silver is yours/,
    )
  })

  it('asks for the larger of two sums where a way asks for spend in all and in the period', () => {
    const both = way(
      [
        { measure: 'lifetimeSpend', have: '9000.00', need: '10000.00', left: '1000.00' },
        spend('585.50', '1000.00', '414.50'),
      ],
      '2026-12-31',
    )
    expect(headline(standing(), trajectory({ lift: step('gold', [both]) }), LADDER).sentence).toBe(
      'Spend £1,000 more by 31 December to reach Gold.',
    )
  })

  it('goes by the day in the time zone of the program', () => {
    const newYear = { ...standing(), asOf: '2026-12-31T23:30:00-05:00' }
    expect(
      headline(newYear, trajectory({ lift: step('gold', [{ ...toGold, by: '2027-01-31' }]) }), LADDER).sentence,
    ).toBe('Spend £187.60 more by 31 January to reach Gold.')
  })
})
