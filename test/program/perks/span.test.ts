import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CALENDAR_WINDOWS, nextWindowDay, windowDay } from '#program/perks/span.ts'
import { dayOf } from '#program/zone.ts'

const LONDON = 'Europe/London'
const at = (text: string) => Date.parse(text)

test.each([
  ['day', '2026-05-20', '2026-05-21'],
  ['week', '2026-05-18', '2026-05-25'],
  ['month', '2026-05-01', '2026-06-01'],
  ['quarter', '2026-04-01', '2026-07-01'],
  ['year', '2026-01-01', '2027-01-01'],
] as const)('on a Wednesday in May, the %s began on %s and the next begins on %s', (window, begins, next) => {
  expect(windowDay(window, at('2026-05-20T10:00:00Z'), LONDON)).toBe(begins)
  expect(nextWindowDay(window, at('2026-05-20T10:00:00Z'), LONDON)).toBe(next)
})

test.each([
  ['a Sunday belongs to the week before', 'week', '2026-05-24T12:00:00Z', '2026-05-18', '2026-05-25'],
  ['a week goes over the turn of the year', 'week', '2027-01-01T12:00:00Z', '2026-12-28', '2027-01-04'],
  ['29 February is a day like others', 'day', '2028-02-29T12:00:00Z', '2028-02-29', '2028-03-01'],
  ['February ends on the 29th in a leap year', 'month', '2028-02-29T12:00:00Z', '2028-02-01', '2028-03-01'],
  ['the last quarter leads into January', 'quarter', '2026-12-31T12:00:00Z', '2026-10-01', '2027-01-01'],
  ['a summer day begins an hour before midnight UTC', 'day', '2026-06-30T23:00:00Z', '2026-07-01', '2026-07-02'],
  ['a minute earlier it does not', 'month', '2026-06-30T22:59:00Z', '2026-06-01', '2026-07-01'],
] as const)('%s', (_, window, instant, begins, next) => {
  expect(windowDay(window, at(instant), LONDON)).toBe(begins)
  expect(nextWindowDay(window, at(instant), LONDON)).toBe(next)
})

test('I12: windows follow each other without gap or overlap, in any zone', () => {
  const zones = fc.constantFrom(
    'Europe/London',
    'Pacific/Apia',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Pacific/Kiritimati',
  )
  const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) })
  fc.assert(
    fc.property(
      fc.constantFrom(...CALENDAR_WINDOWS),
      zones,
      instants,
      fc.nat(400 * 86_400_000),
      (window, zone, one, more) => {
        const [begins, next] = [windowDay(window, one, zone), nextWindowDay(window, one, zone)]
        const day = dayOf(one, zone)
        expect(begins <= day && day < next).toBe(true)
        // Another instant is in the same window exactly when its day lies in it.
        const other = dayOf(one + more, zone)
        expect(windowDay(window, one + more, zone) === begins).toBe(other < next)
      },
    ),
  )
})
