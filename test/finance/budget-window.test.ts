import fc from 'fast-check'
import { expect, test } from 'vitest'
import { budgetWindow } from '#finance/budget-window.ts'
import { daysBetween, daysIn, plusDays } from '#finance/calendar-days.ts'
import { parseMonth } from '#program/month.ts'

test.each([
  ['month', '2028-02', '2028-02-01', '2028-02-29'],
  ['quarter', '2026-02', '2026-01-01', '2026-03-31'],
  ['quarter', '2026-12', '2026-10-01', '2026-12-31'],
  ['year', '2026-01', '2026-01-01', '2026-12-31'],
  ['year', '2026-12', '2026-01-01', '2026-12-31'],
] as const)('a budget per %s runs in %s from %s to %s', (per, month, from, until) => {
  expect(budgetWindow(per, parseMonth(month))).toMatchObject({ from, until })
})

test('every month lies in one window, which is the same for all months in it', () => {
  fc.assert(
    fc.property(fc.constantFrom('month', 'quarter', 'year'), fc.integer({ min: 24_000, max: 25_000 }), (per, month) => {
      const window = budgetWindow(per, month)
      expect(window.first <= month && month <= window.last).toBe(true)
      expect(budgetWindow(per, window.first)).toEqual(window)
      expect(budgetWindow(per, window.last)).toEqual(window)
      expect(budgetWindow(per, window.last + 1).first).toBe(window.last + 1)
    }),
  )
})

test('days are those of the calendar, also over summer time and a leap day', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-06-01', '2026-05-31')).toBe(-1)
  expect(plusDays('2028-02-28', 2)).toBe('2028-03-01')
  expect([daysIn(parseMonth('2027-02')), daysIn(parseMonth('2028-02')), daysIn(parseMonth('2026-10'))]).toEqual([
    28, 29, 31,
  ])
})
