import { describe, expect, it } from 'vitest'
import { myWay } from '../../../web/standing/my-way.ts'
import { LADDER, orders, plus, spend, standing } from './someone.ts'

const gold = {
  tier: 'gold',
  name: 'Gold',
  rows: [
    { percent: 62, measures: [spend('625.00', '1000.00', '375.00')] },
    { percent: 75, measures: [orders(9, 12), spend('625.00', '500.00', '0.00')] },
    { percent: 0, measures: [plus(false)] },
  ],
}

describe('the member on the way', () => {
  it('stands between two tiers as far as the sum between their thresholds has come', () => {
    const [bySpend, byOrders, byPlan] = myWay(standing({ progress: [gold] }), LADDER).tracks
    expect(bySpend).toMatchObject({ name: 'Spend', at: 1.5, have: '£625' })
    expect(byOrders).toMatchObject({ name: 'Orders', at: 1.5, have: '9 orders' })
    expect(byPlan).toMatchObject({ name: 'Fairweather Plus', at: 0, have: null })
  })

  it('has reached a stop exactly at its threshold, and not a penny before', () => {
    const at = (have: string, left: string) =>
      myWay(
        standing({
          progress: [{ ...gold, rows: [{ percent: 0, measures: [spend(have, '1000.00', left)] }] }],
          keep: null,
        }),
        LADDER,
      ).tracks[0]
    expect(at('1000.00', '0.00')?.stops.map((stop) => stop.reached)).toEqual([true, true])
    expect(at('1000.00', '0.00')?.at).toBe(2)
    expect(at('999.99', '0.01')?.stops.map((stop) => stop.reached)).toEqual([true, false])
    expect(at('249.99', '750.01')?.stops.map((stop) => stop.reached)).toEqual([false, false])
  })

  it('is not put anywhere on a way whose sum is not known', () => {
    const top = standing({ progress: [], keep: { rows: [{ percent: 100, measures: [plus(true)] }] } })
    const [bySpend, , byPlan] = myWay(top, LADDER).tracks
    expect(bySpend).toMatchObject({ at: null, have: null })
    expect(byPlan).toMatchObject({ at: 2, have: 'yours' })
  })

  it('is shown on every way at the top too, by what the tiers below ask for', () => {
    const below = [{ tier: 'silver', name: 'Silver', rows: [{ percent: 100, measures: [orders(7, 6)] }] }]
    const top = standing({ progress: [], below, keep: { rows: [{ percent: 100, measures: [plus(true)] }] } })
    expect(myWay(top, LADDER).tracks[1]).toMatchObject({ name: 'Orders', have: '7 orders' })
  })

  it('would fall to the tier that follows, after the last day', () => {
    expect(myWay(standing(), LADDER).fall).toEqual({ to: 0, from: 'until 31 March 2027' })
    expect(myWay(standing({}, { until: null, after: null }), LADDER).fall).toBeNull()
  })

  it('is said in a sentence', () => {
    expect(myWay(standing(), LADDER).sentence).toBe(
      'You hold Silver, tier 2 of 3; the nearest way to Gold is 81 % done.',
    )
  })
})
