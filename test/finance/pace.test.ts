import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paceOf, type Rate, type Spending } from '#finance/pace.ts'
import { parseMonth } from '#program/month.ts'

/** What was spent by month, seen on 12 June 2026. */
const spending = (months: Readonly<Record<string, number>>, since: string | null = '2024-01'): Spending => ({
  byMonth: new Map(Object.entries(months).map(([month, minor]) => [parseMonth(month), minor])),
  since: since === null ? null : parseMonth(since),
  ...{ current: parseMonth('2026-06'), daysSoFar: 12, currency: 'GBP' },
})
const perDay = ({ minor, days }: Rate) => minor / days

describe('the pace at which a budget is spent', () => {
  test('is that of the last six complete months: their mean, their quietest and their busiest', () => {
    const pace = paceOf(
      spending({
        ...{ '2025-11': 1e9, '2025-12': 31_00, '2026-01': 62_00, '2026-02': 28_00 },
        ...{ '2026-03': 31_00, '2026-04': 30_00, '2026-05': 31_00, '2026-06': 1e9 },
      }),
    )
    expect(pace.likely).toEqual({ minor: 213_00, days: 182 })
    expect([perDay(pace.low), perDay(pace.high)]).toEqual([100, 200])
    expect(pace.words).toBe(
      'The mean of December 2025 to May 2026: £1.17 a day, from £1 a day in the quietest month to £2 a day in the busiest.',
    )
  })

  test('counts a month without any use as nothing', () => {
    const pace = paceOf(spending({ '2026-05': 182_00 }))
    expect([perDay(pace.likely), perDay(pace.low)]).toEqual([100, 0])
  })

  test('is nothing where nothing was spent in all of them', () => {
    expect(paceOf(spending({ '2026-06': 5_00 })).words).toBe(
      'Nothing was spent from December 2025 to May 2026, so nothing more is foreseen.',
    )
  })

  test('rests on fewer months where fewer are on record, and says so', () => {
    const pace = paceOf(spending({ '2026-03': 31_00, '2026-04': 60_00, '2026-05': 31_00 }, '2026-03'))
    expect(pace.likely).toEqual({ minor: 122_00, days: 92 })
    expect(pace.words).toContain('the 3 complete months on record, March 2026 to May 2026')
  })

  test('has no range with one month only, and says so', () => {
    const pace = paceOf(spending({ '2026-05': 31_00 }, '2026-05'))
    expect([pace.low, pace.likely, pace.high].map(perDay)).toEqual([100, 100, 100])
    expect(pace.words).toBe('May 2026, the only complete month on record, at £1 a day; so there is no range yet.')
  })

  test('is that of this month so far where no month is complete', () => {
    const pace = paceOf(spending({ '2026-06': 24_00 }, '2026-06'))
    expect(perDay(pace.likely)).toBe(200)
    expect(pace.words).toBe(
      'The 12 days so far of this month, at £2 a day, as no month is complete yet; so there is no range.',
    )
  })

  test('is nothing where nothing was ever booked', () => {
    const pace = paceOf(spending({}, null))
    expect(perDay(pace.high)).toBe(0)
    expect(pace.words).toBe('Nothing has been booked yet, so nothing more is foreseen.')
  })

  test('is never below zero, and the mean never outside the range', () => {
    const months = fc.dictionary(
      fc.constantFrom('2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'),
      fc.integer({ min: -1e7, max: 1e7 }),
    )
    fc.assert(
      fc.property(months, fc.constantFrom('2024-01', '2026-03', '2026-05', '2026-06', null), (of, since) => {
        const { low, likely, high } = paceOf(spending(of, since))
        expect(perDay(low)).toBeGreaterThanOrEqual(0)
        expect(BigInt(low.minor) * BigInt(likely.days) <= BigInt(likely.minor) * BigInt(low.days)).toBe(true)
        expect(BigInt(likely.minor) * BigInt(high.days) <= BigInt(high.minor) * BigInt(likely.days)).toBe(true)
      }),
    )
  })
})
