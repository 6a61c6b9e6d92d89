import { describe, expect, it } from 'vitest'
import { decideAgain, type PastUse } from '#program/impact/decide-again.ts'
import { memberImpact } from '#program/impact/member-impact.ts'
import { merge, type Tally, tallied } from '#program/impact/tally.ts'
import { addedUses, useFigures } from '#program/impact/use-figures.ts'
import { bought, compared, ladder, lounge, program } from './rules.ts'

const use = (day: string, rest: Partial<PastUse> = {}): PastUse => ({
  ...{ at: Date.parse(`${day}T12:00:00Z`), perk: 'lounge', tier: 'silver', basket: null, costMinor: 950 },
  ...{ usesBefore: null, usedInOrder: null },
  ...rest,
})
const before = program({ perks: [lounge({ silver: {} })] })
const draft = (perks: ReturnType<typeof lounge>[], tiers = ladder()) => compared(program({ perks, tiers }), before)
const SILVER = bought('2026-02', 500)

describe('uses decided again', () => {
  it('are granted where the terms are as they were', () => {
    const uses = [use('2026-03-01'), use('2026-04-01')]
    expect(decideAgain(SILVER, uses, draft([lounge({ silver: {} })]))).toEqual([
      { perk: 'lounge', tier: 'silver' },
      { perk: 'lounge', tier: 'silver' },
    ])
  })

  it('leave out what a new limit would have refused, window by window', () => {
    const uses = [use('2026-03-01'), use('2026-03-20'), use('2026-04-01')]
    const limited = draft([lounge({ silver: { limit: { count: 1, per: 'month' } } })])
    expect(decideAgain(SILVER, uses, limited)).toHaveLength(2)
  })

  it('count what was used before the first of them as it was', () => {
    const inWindow = { day: 0, week: 0, month: 0, quarter: 1, year: 1 }
    const usesBefore = { lastAt: Date.parse('2026-02-10T12:00:00Z'), inWindow, ever: 1 }
    const limited = draft([lounge({ silver: { limit: { count: 1, per: 'year' } } })])
    expect(decideAgain(SILVER, [use('2026-03-01', { usesBefore })], limited)).toEqual([])
  })

  it('are decided under the tier that the new rules would have given then', () => {
    const gold = draft([lounge({ silver: {} })], ladder('250.00', '400.00'))
    expect(decideAgain(SILVER, [use('2026-03-01')], gold)).toEqual([{ perk: 'lounge', tier: 'gold' }])
    const dearer = draft([lounge({ silver: {} })], ladder('600.00'))
    expect(decideAgain(SILVER, [use('2026-03-01')], dearer)).toEqual([])
  })

  it('need the basket that new terms ask for', () => {
    const over = draft([lounge({ silver: { over: '50.00' } })])
    const basket = { amountMinor: 5_000, categories: [] }
    expect(decideAgain(SILVER, [use('2026-03-01', { basket })], over)).toHaveLength(1)
    expect(decideAgain(SILVER, [use('2026-03-01', { basket: { ...basket, amountMinor: 4_999 } })], over)).toEqual([])
    expect(decideAgain(SILVER, [use('2026-03-01')], over)).toEqual([])
  })

  it('tell orders apart', () => {
    const perOrder = draft([lounge({ silver: { limit: { count: 1, per: 'order' } } })])
    const inOrder = (order: string) => ({ basket: { amountMinor: 0, categories: [], order } })
    const uses = [use('2026-03-01', inOrder('a')), use('2026-03-02', inOrder('a')), use('2026-03-03', inOrder('b'))]
    expect(decideAgain(SILVER, uses, perOrder)).toHaveLength(2)
  })

  it('end with the perk', () => {
    expect(decideAgain(SILVER, [use('2026-03-01')], draft([]))).toEqual([])
  })
})

describe('what uses come to', () => {
  const of = (holders: number, uses: number, added: number): Tally =>
    tallied([
      [['held', 'without', 'gold'], holders],
      [['uses', 'without', 'lounge', 'gold'], uses],
      [['holders', 'lounge', 'gold'], added],
    ])

  it('adds the mean of the tier for each new holder, and rounds once, half up', () => {
    expect(addedUses(of(2, 3, 1), 'lounge', 'gold')).toBe(2)
    expect(addedUses(of(3, 4, 1), 'lounge', 'gold')).toBe(1)
    expect(addedUses(of(3, 4, 2), 'lounge', 'gold')).toBe(3)
  })

  it('adds nothing where nobody held the tier', () => {
    expect(addedUses(of(0, 0, 5), 'lounge', 'gold')).toBe(0)
  })

  it('costs before what was booked, after what finance says', () => {
    const comparison = draft([lounge({ silver: {} })])
    const { tally } = memberImpact(SILVER, [use('2026-03-01'), use('2026-04-01')], comparison)
    expect(useFigures(tally, () => 1_000)).toEqual([
      { perk: 'lounge', tier: 'silver', usesBefore: 2, usesAfter: 2, beforeMinor: 1_900, afterMinor: 2_000 },
    ])
  })

  it('counts who gets a perk with another tier as a new holder', () => {
    const easier = draft([lounge({ silver: {} })], ladder('100.00'))
    const newcomer = memberImpact(bought('2026-06', 150), [], easier).tally
    const regular = memberImpact(SILVER, [use('2026-03-01')], easier).tally
    expect(useFigures(merge(newcomer, regular), () => 1_000)).toEqual([
      { perk: 'lounge', tier: 'silver', usesBefore: 1, usesAfter: 2, beforeMinor: 950, afterMinor: 2_000 },
    ])
  })
})
