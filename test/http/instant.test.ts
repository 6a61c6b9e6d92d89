import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatInstant, InstantError, parseInstant } from '#http/instant.ts'

describe('a time is one instant', () => {
  test.each([
    ['2026-05-20T10:00:00Z', Date.UTC(2026, 4, 20, 10)],
    ['2026-05-20T10:00:00.5Z', Date.UTC(2026, 4, 20, 10, 0, 0, 500)],
    ['2026-05-20T10:00:00.120000Z', Date.UTC(2026, 4, 20, 10, 0, 0, 120)],
    ['2026-05-20T12:00:00+02:00', Date.UTC(2026, 4, 20, 10)],
    ['2026-05-20T00:30:00-09:30', Date.UTC(2026, 4, 20, 10)],
    ['2028-02-29t00:00:00z', Date.UTC(2028, 1, 29)],
    ['1990-01-01T00:00:00-00:00', Date.UTC(1990, 0, 1)],
  ])('%s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant)
  })

  test.each([
    ['2025-02-30T10:00:00Z', 'no day 2025-02-30'],
    ['2027-02-29T10:00:00Z', 'no day 2027-02-29'],
    ['2026-13-01T10:00:00Z', 'no day 2026-13-01'],
    ['2026-00-01T10:00:00Z', 'no day'],
    ['2026-05-20T24:00:00Z', 'no time 24:00:00'],
    ['2026-05-20T10:60:00Z', 'no time'],
    ['2016-12-31T23:59:60Z', 'Leap seconds'],
    ['2026-05-20T10:00:00.0001Z', 'finer than a millisecond'],
    ['2026-05-20T10:00:00+24:00', 'no offset'],
    ['2026-05-20T10:00:00', 'no offset'],
    ['2026-05-20T10:00:00 01:00', '%2B'],
    ['2026-05-20', 'RFC 3339'],
    ['2026-05-20 10:00:00Z', 'RFC 3339'],
    ['1747735200', 'RFC 3339'],
    ['2026-05-20T10:00:00Zulu', 'RFC 3339'],
    ['', 'RFC 3339'],
  ])('%s is none, and the sentence says why', (text, why) => {
    expect(() => parseInstant(text)).toThrow(why)
  })

  test('what is written is read back, at any instant', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(parseInstant(formatInstant(date.getTime()))).toBe(date.getTime())
        },
      ),
    )
  })

  test('any other text is refused with a sentence', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => parseInstant(text)).toThrow(InstantError)
      }),
    )
  })
})
