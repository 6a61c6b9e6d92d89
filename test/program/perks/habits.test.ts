import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProgramDocument, TierDocument } from '#program/document.ts'
import { usualHabits, yearOfOrders } from '#program/perks/habits.ts'
import { dayOf } from '#program/zone.ts'
import { PROGRAM } from '../../web/standing/someone.ts'

const MAY_2026 = 24316
const LONDON = 'Europe/London'

describe('the usual order of a program', () => {
  const withTiers = (tiers: readonly TierDocument[], rest: Partial<ProgramDocument> = {}) =>
    usualHabits({ ...PROGRAM, tiers, ...rest })

  it('is the one at which value and volume lead to the same tier, in whole pounds', () => {
    expect(usualHabits(PROGRAM)).toEqual({
      orders: 12,
      averageMinor: 4100,
      spendMinor: 49_200,
      coveredPercent: 50,
      basis: { by: 'value-and-volume', tier: 'Silver', spend: '250.00', orders: 6 },
    })
  })

  it('is a month of what the first tier asks for, where no tier can be reached by orders alone', () => {
    const silver = { id: 'silver', name: 'Silver', qualify: [{ spend: '300.00' }] }
    expect(withTiers([silver])).toMatchObject({ averageMinor: 2500, basis: { by: 'value', tier: 'Silver' } })
  })

  it('is the largest that a perk asks for, where tiers ask for no amount', () => {
    const perk = { id: 'p', name: 'P', kind: 'gift', worth: '1.00', terms: { a: { over: '30.00' } } } as const
    expect(withTiers([{ id: 'a', name: 'A' }], { perks: [perk] })).toMatchObject({
      averageMinor: 3000,
      basis: { by: 'over' },
    })
  })

  it('is nothing where no amount matters', () => {
    expect(withTiers([{ id: 'a', name: 'A' }])).toMatchObject({ averageMinor: 0, basis: { by: 'nothing' } })
  })

  it('keeps its pennies where it is less than a pound', () => {
    const tier = { id: 'a', name: 'A', qualify: [{ spend: '0.90' }, { orders: 2 }] }
    expect(withTiers([tier]).averageMinor).toBe(45)
  })
})

describe('a year of orders', () => {
  it('goes from almost nothing to almost twice the average, a small and a large one in turn', () => {
    const orders = yearOfOrders({ orders: 4, spendMinor: 16_000, coveredPercent: 50 }, MAY_2026, LONDON)
    expect(orders.map(({ amountMinor }) => amountMinor)).toEqual([1000, 7000, 3000, 5000])
    expect(orders.map(({ isCovered }) => isCovered)).toEqual([false, true, true, false])
    expect(orders.map(({ at }) => dayOf(at, LONDON).slice(0, 7))).toEqual(['2026-02', '2026-05', '2026-08', '2026-11'])
  })

  it('is empty for someone who orders nothing', () => {
    expect(yearOfOrders({ orders: 0, spendMinor: 0, coveredPercent: 50 }, MAY_2026, LONDON)).toEqual([])
  })

  it('adds up to the spend exactly, in order of time and within the year, whatever the habits', () => {
    const habits = fc.record({
      orders: fc.integer({ min: 1, max: 400 }),
      spendMinor: fc.integer({ min: 0, max: 1e10 }),
      coveredPercent: fc.integer({ min: 0, max: 100 }),
    })
    fc.assert(
      fc.property(habits, (of) => {
        const orders = yearOfOrders(of, MAY_2026, LONDON)
        expect(orders.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(of.spendMinor)
        expect(orders.filter(({ isCovered }) => isCovered)).toHaveLength(
          Math.floor((of.orders * of.coveredPercent) / 100),
        )
        expect(orders.map(({ at }) => at)).toEqual(orders.map(({ at }) => at).sort((one, other) => one - other))
        expect(new Set(orders.map(({ at }) => dayOf(at, LONDON).slice(0, 4)))).toEqual(new Set(['2026']))
      }),
    )
  })
})
