import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareCodePoints } from '#program/code-points.ts'
import { identityOf, type Purchase, sameContent } from '#program/event.ts'
import { formatMonth, lastDayOf, parseMonth } from '#program/month.ts'

const bought: Purchase = { type: 'purchase', source: 's', id: '1', subject: 'm', time: 0, amountMinor: 100, units: 1 }

describe('events', () => {
  test('whatever source and id contain, two identities are never taken for one', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '[', '\\', '#') })
    fc.assert(
      fc.property(text, text, text, text, (source, id, otherSource, otherId) => {
        const same = identityOf({ source, id }) === identityOf({ source: otherSource, id: otherId })
        expect(same).toBe(source === otherSource && id === otherId)
      }),
    )
  })

  test('say the same when their content does, whatever the order of the fields', () => {
    expect(
      sameContent(bought, {
        units: 1,
        amountMinor: 100,
        time: 0,
        subject: 'm',
        id: '1',
        source: 's',
        type: 'purchase',
      }),
    ).toBe(true)
  })

  test.each([
    { subject: 'n' },
    { time: 1 },
    { amountMinor: 101 },
    { units: 2 },
    { note: '' },
    { categories: ['suits'] },
  ])('say something else with %j', (other) => {
    expect(sameContent(bought, { ...bought, ...other })).toBe(false)
  })

  test('are ordered by code point, not by UTF-16 unit', () => {
    expect(compareCodePoints('～', '😀')).toBeLessThan(0)
    expect(compareCodePoints('a', 'ab')).toBeLessThan(0)
    expect(compareCodePoints('😀', '😀')).toBe(0)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const points = (text: string) => [...text].map((point) => String(point.codePointAt(0)).padStart(8, '0')).join()
        const expected = points(one) < points(other) ? -1 : points(one) > points(other) ? 1 : 0
        expect(Math.sign(compareCodePoints(one, other))).toBe(expected)
      }),
    )
  })
})

describe('months', () => {
  test('are written as they are read', () => {
    expect(formatMonth(parseMonth('2026-01'))).toBe('2026-01')
    expect(parseMonth('2026-01')).toBe(24312)
    expect([lastDayOf(parseMonth('2028-02')), lastDayOf(parseMonth('2026-12'))]).toEqual(['2028-02-29', '2026-12-31'])
  })

  test.each(['2026-13', '2026-00', '2026-1', '26-01', '2026-01-01', ''])('are not %j', (text) => {
    expect(() => parseMonth(text)).toThrow('Write it as in "2026-01"')
  })
})
