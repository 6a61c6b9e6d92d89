import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMonth } from '#program/month.ts'
import { dayOf, isTimeZone, monthOf, startOfMonth } from '#program/zone.ts'

const zones = Intl.supportedValuesOf('timeZone')

describe('months in a zone', () => {
  test('British summer time begins an hour before UTC says so', () => {
    expect(monthOf(Date.parse('2026-05-31T22:59:59.999Z'), 'Europe/London')).toBe(parseMonth('2026-05'))
    expect(monthOf(Date.parse('2026-05-31T23:00:00Z'), 'Europe/London')).toBe(parseMonth('2026-06'))
    expect(dayOf(Date.parse('2026-05-31T23:00:00Z'), 'Europe/London')).toBe('2026-06-01')
  })

  test('a year before 1000 keeps its four digits', () => {
    expect(dayOf(Date.parse('0987-03-04T12:00:00Z'), 'Etc/UTC')).toBe('0987-03-04')
  })

  test('a month starts where the local clock does, half hours included', () => {
    expect(new Date(startOfMonth(parseMonth('2026-06'), 'Asia/Kolkata')).toISOString()).toBe('2026-05-31T18:30:00.000Z')
    expect(new Date(startOfMonth(parseMonth('2026-01'), 'Pacific/Kiritimati')).toISOString()).toBe(
      '2025-12-31T10:00:00.000Z',
    )
  })

  test('in every zone each month begins where the one before ends (I12)', () => {
    for (const zone of zones) {
      for (let month = parseMonth('2025-01'); month <= parseMonth('2026-12'); month++) {
        const start = startOfMonth(month, zone)
        expect([zone, monthOf(start - 1, zone), monthOf(start, zone)]).toEqual([zone, month - 1, month])
      }
    }
  })

  test('each instant lies in exactly one month, between its start and the next (I12)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2040, 0) }),
        (zone, at) => {
          const month = monthOf(at, zone)
          expect(startOfMonth(month, zone)).toBeLessThanOrEqual(at)
          expect(startOfMonth(month + 1, zone)).toBeGreaterThan(at)
        },
      ),
    )
  })

  test('what lies amid a month is told as at its ends: by the local day (I12)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(1800, 0), max: Date.UTC(2100, 0) }),
        (zone, at) => {
          expect(monthOf(at, zone)).toBe(parseMonth(dayOf(at, zone).slice(0, 7)))
        },
      ),
    )
  })

  test('other names of a zone are zones as well', () => {
    expect(['Asia/Kolkata', 'Asia/Calcutta', 'UTC', 'Etc/UTC', 'GB'].map(isTimeZone)).toEqual(Array(5).fill(true))
  })

  test('a bare offset, a typing error and nothing at all are no zones', () => {
    expect(['Europe/London', 'Etc/UTC', '+01:00', 'Europe/Londn', ''].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
