import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween, plusDays } from '#finance/calendar-days.ts'
import { runsOutOn, type Spent, spentAfter } from '#finance/forecast.ts'

const year: Spent = { spentMinor: 500_00, budgetMinor: 600_00, today: '2026-06-12', until: '2026-12-31' }

describe('the day a budget runs out', () => {
  test('is the first one by whose end more was spent than there was', () => {
    // £100 are left: at £10 a day they are gone, to the penny, by the end of the tenth day, and too little on the eleventh.
    expect(runsOutOn(year, { minor: 10_00, days: 1 })).toBe('2026-06-23')
    expect(runsOutOn(year, { minor: 10_01, days: 1 })).toBe('2026-06-22')
  })

  test('never comes for a budget that is spent to the penny on its last day', () => {
    const last = { ...year, until: '2026-06-22' }
    expect(runsOutOn(last, { minor: 10_00, days: 1 })).toBeNull()
    expect(runsOutOn(last, { minor: 10_01, days: 1 })).toBe('2026-06-22')
    expect(spentAfter(last.spentMinor, { minor: 10_00, days: 1 }, 10)).toBe(600_00)
  })

  test('is today for one that is overspent, however slow the pace', () => {
    expect(runsOutOn({ ...year, spentMinor: 600_01 }, { minor: 0, days: 1 })).toBe('2026-06-12')
    expect(runsOutOn({ ...year, spentMinor: 600_00 }, { minor: 0, days: 1 })).toBeNull()
  })

  test('is tomorrow for one that is just spent, at any pace', () => {
    expect(runsOutOn({ ...year, spentMinor: 600_00 }, { minor: 1, days: 31 })).toBe('2026-06-13')
  })

  test('takes 29 February along', () => {
    const leap = { spentMinor: 0, budgetMinor: 2_00, today: '2028-02-27', until: '2028-12-31' }
    expect(runsOutOn(leap, { minor: 1_00, days: 1 })).toBe('2028-03-01')
  })
})

const spent = fc
  .record({
    spentMinor: fc.integer({ min: -1000, max: 2000 }),
    budgetMinor: fc.integer({ min: 0, max: 2000 }),
    today: fc.integer({ min: 0, max: 364 }).map((days) => plusDays('2028-01-01', days)),
  })
  .map((rest): Spent => ({ ...rest, until: '2028-12-31' }))
const rate = fc.record({ minor: fc.integer({ min: 0, max: 400 }), days: fc.integer({ min: 1, max: 31 }) })

describe('whatever was spent, at whatever pace', () => {
  test('the day is the one that counting day by day finds', () => {
    fc.assert(
      fc.property(spent, rate, (of, pace) => {
        let found: string | null = null
        for (let days = 0; days <= daysBetween(of.today, of.until) && found === null; days++) {
          const isMore = of.spentMinor * pace.days + pace.minor * days > of.budgetMinor * pace.days
          if (isMore) found = plusDays(of.today, days)
        }
        expect(runsOutOn(of, pace)).toBe(found)
      }),
    )
  })

  test('a faster pace never makes it last longer, nor cost less', () => {
    fc.assert(
      fc.property(spent, rate, fc.nat(100), (of, pace, more) => {
        const faster = { ...pace, minor: pace.minor + more }
        const dayAt = (at: typeof pace) => runsOutOn(of, at) ?? '9999-12-31'
        expect(dayAt(faster) <= dayAt(pace)).toBe(true)
        expect(spentAfter(of.spentMinor, faster, 30)).toBeGreaterThanOrEqual(spentAfter(of.spentMinor, pace, 30))
      }),
    )
  })
})
