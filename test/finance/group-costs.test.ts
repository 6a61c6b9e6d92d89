import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DIMENSIONS } from '#finance/costs-routes.ts'
import { costOf, groupCosts, isAsked, sumOf } from '#finance/group-costs.ts'
import { parseMonth } from '#program/month.ts'
import { total, totals } from './cost-totals.ts'

describe('costs told apart', () => {
  test('by perk and month, sorted by both', () => {
    const groups = groupCosts(
      [total({ perk: 'b' }), total({ perk: 'a', in: '2026-06' }), total({ perk: 'a' }), total({ perk: 'a', uses: -1 })],
      ['perk', 'month'],
    )
    expect(groups.map(({ place, sums }) => [place, sums.uses])).toEqual([
      [{ perk: 'a', month: parseMonth('2026-05') }, 0],
      [{ perk: 'a', month: parseMonth('2026-06') }, 1],
      [{ perk: 'b', month: parseMonth('2026-05') }, 1],
    ])
  })

  test('by nothing at all they are one sum', () => {
    expect(groupCosts([total(), total({ trueUpMinor: -50 })], [])).toEqual([
      { place: {}, sums: { entries: 2, uses: 2, accruedMinor: 1900, trueUpMinor: -50 } },
    ])
  })

  test('where nothing was booked there is no part, and the sum is nothing', () => {
    expect(groupCosts([], ['perk'])).toEqual([])
    expect(sumOf([])).toEqual({ entries: 0, uses: 0, accruedMinor: 0, trueUpMinor: 0 })
  })

  test('sums that no number holds exactly are refused, not rounded', () => {
    const most = total({ accruedMinor: Number.MAX_SAFE_INTEGER })
    expect(() => sumOf([most, most])).toThrow(RangeError)
    expect(() => costOf({ ...most, trueUpMinor: 1 })).toThrow(RangeError)
  })
})

describe('whatever costs are told apart by', () => {
  const by = fc.subarray([...DIMENSIONS]).chain((some) => fc.shuffledSubarray(some, { minLength: some.length }))

  test('the parts come to the whole, exactly', () => {
    fc.assert(
      fc.property(totals, by, (all, dimensions) => {
        expect(sumOf(groupCosts(all, dimensions).map(({ sums }) => sums))).toEqual(sumOf(all))
      }),
    )
  })

  test('no part stands twice, and each holds what has its place', () => {
    fc.assert(
      fc.property(totals, by, (all, dimensions) => {
        const groups = groupCosts(all, dimensions)
        const places = groups.map(({ place }) => JSON.stringify(dimensions.map((one) => place[one])))
        expect(new Set(places).size).toBe(groups.length)
        for (const { place, sums } of groups) {
          expect(sums).toEqual(sumOf(all.filter((one) => dimensions.every((name) => one[name] === place[name]))))
        }
      }),
    )
  })

  test('a filter and what it leaves out come to the whole', () => {
    const filter = fc.record(
      {
        perk: fc.constantFrom('a', '"', 'z'),
        tier: fc.constant('gold'),
        edition: fc.constant(2),
        source: fc.constant('😀'),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(totals, filter, (all, asked) => {
        const inside = all.filter((one) => isAsked(one, asked))
        const outside = all.filter((one) => !isAsked(one, asked))
        expect(sumOf([sumOf(inside), sumOf(outside)])).toEqual(sumOf(all))
        for (const one of inside) expect(one).toMatchObject(asked)
      }),
    )
  })
})
