import { describe, expect, it } from 'vitest'
import { forecastOf } from '#program/impact/forecast.ts'
import { withinReach } from '#program/impact/within-reach.ts'
import { formatMonth, parseMonth } from '#program/month.ts'
import { bought, compared, ladder, program, qualifying } from './rules.ts'

const SUMMER = bought('2026-06', 500)

/** The move of somebody under a draft, its month as it is written. */
const moveOf = (sums: typeof SUMMER, comparison: ReturnType<typeof compared>) => {
  const { move } = forecastOf(sums, comparison)
  return move && { ...move, month: formatMonth(move.month) }
}

describe('what is foretold of a member', () => {
  it('is nothing where the draft changes nothing for them', () => {
    expect(moveOf(SUMMER, compared(program({ tiers: ladder('300.00') })))).toBeNull()
  })

  it('is the first month in which the two differ: nobody loses a tier before it would have ended', () => {
    const move = moveOf(SUMMER, compared(program({ tiers: ladder('600.00') })))
    // Earned until August under the rules of then, and kept for a month beyond.
    expect(move).toEqual({
      month: '2026-10',
      direction: 'down',
      from: 'silver',
      to: 'member',
      reason: 'asks_for_more',
    })
  })

  it('names a lower threshold as the reason for going up', () => {
    const move = moveOf(SUMMER, compared(program({ tiers: ladder('250.00', '500.00') })))
    expect(move).toEqual({ month: '2026-09', direction: 'up', from: 'silver', to: 'gold', reason: 'asks_for_less' })
  })

  it('names how long a tier is kept, shorter and longer', () => {
    const spring = bought('2025-09', 500)
    const kept = (keep: number) => program({ qualification: qualifying({ keep }) })
    expect(moveOf(SUMMER, compared(kept(0)))).toMatchObject({ month: '2027-06', reason: 'kept_shorter' })
    expect(moveOf(SUMMER, compared(kept(3)))).toMatchObject({
      month: '2027-07',
      direction: 'up',
      reason: 'kept_longer',
    })
    expect(moveOf(spring, compared(kept(1)))).toBeNull()
  })

  it('names soft landing as a matter of keeping', () => {
    const landing = program({ qualification: qualifying({ softLanding: true }) })
    const gold = bought('2026-02', 1200)
    expect(moveOf(gold, compared(landing))).toMatchObject({ direction: 'up', to: 'silver', reason: 'kept_longer' })
    expect(moveOf(gold, compared(program(), landing))).toMatchObject({ direction: 'down', reason: 'kept_shorter' })
  })

  it('names a tier that is gone', () => {
    const tiers = ladder()
      .map((tier) => (tier.id === 'silver' ? { ...tier, replaces: ['gold'] } : tier))
      .slice(0, 2)
    const move = moveOf(bought('2026-06', 1200), compared(program({ tiers })))
    expect(move).toMatchObject({ month: '2026-09', direction: 'down', from: 'gold', to: 'silver', reason: 'tier_gone' })
  })

  it('names a tier that is new', () => {
    const [member, silver, gold] = ladder()
    if (!member || !silver || !gold) throw new Error('There are three tiers.')
    const bronze = { id: 'bronze', name: 'Bronze', qualify: [{ spend: '100.00' }] }
    const comparison = compared(program({ tiers: [member, bronze, silver, gold] }))
    expect(moveOf(bought('2026-06', 150), comparison)).toMatchObject({
      direction: 'up',
      to: 'bronze',
      reason: 'tier_new',
    })
    expect(moveOf(SUMMER, comparison)).toBeNull()
  })

  it('does not take another name for a move', () => {
    const tiers = ladder().map((tier) => (tier.id === 'gold' ? { ...tier, id: 'amber', replaces: ['gold'] } : tier))
    expect(moveOf(bought('2026-06', 1200), compared(program({ tiers })))).toBeNull()
  })

  it('names no single reason for another window', () => {
    const shorter = program({ qualification: qualifying({ months: 3 }) })
    expect(moveOf(SUMMER, compared(shorter))).toMatchObject({ direction: 'down', reason: 'other' })
  })
})

describe('within reach', () => {
  const at = parseMonth('2026-09')
  const { latest } = compared(program())

  it('begins at 80 percent of a row of the tier above, not a penny before', () => {
    expect(withinReach(bought('2026-06', 800), latest, 1, at)).toBe('gold')
    const pennyShort = bought('2026-06', 799.99)
    expect(withinReach(pennyShort, latest, 1, at)).toBeNull()
  })

  it('is nothing at the top', () => {
    expect(withinReach(bought('2026-06', 5_000), latest, 2, at)).toBeNull()
  })
})
