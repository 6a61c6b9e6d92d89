import { describe, expect, it } from 'vitest'
import { mySteps } from '../../../web/standing/my-steps.ts'
import { LADDER, standing, trajectory } from './someone.ts'

const month = (on: string, rank: number, spend = '0.00') => ({
  on,
  edition: 2,
  tier: ['member', 'silver', 'gold'][rank] ?? '',
  name: ['Member', 'Silver', 'Gold'][rank] ?? '',
  rank,
  dropsOff: { spend, orders: 0, units: 0 },
})

describe('the months ahead', () => {
  it('tell every change of tier with its day', () => {
    const months = [month('2026-06-01', 2), month('2026-07-01', 1, '40.00'), month('2026-08-01', 0, '10.00')]
    const gold = standing({}, { id: 'gold', name: 'Gold', rank: 2, until: '2026-06-30' })
    const steps = mySteps(gold, trajectory({ months }), LADDER)
    expect(steps.sentence).toBe(
      'If you buy nothing more, you hold Gold, then Silver from 1 July 2026, then Member from 1 August 2026.',
    )
    expect(steps.months.map(({ drops }) => drops)).toEqual([0, 1, 0.25])
  })

  it('name the very day on which a plan ends, though the picture goes by months', () => {
    const gold = standing({}, { id: 'gold', name: 'Gold', rank: 2, until: '2026-06-12' })
    const months = [month('2026-06-01', 2), month('2026-07-01', 0)]
    expect(mySteps(gold, trajectory({ months }), LADDER).sentence).toBe(
      'If you buy nothing more, you hold Gold, then Member from 13 June 2026.',
    )
  })

  it('say so when nothing changes', () => {
    const months = [month('2026-06-01', 1), month('2026-07-01', 1)]
    expect(mySteps(standing(), trajectory({ months }), LADDER).sentence).toBe(
      'If you buy nothing more, you hold Silver for all of the next 2 months.',
    )
  })
})
