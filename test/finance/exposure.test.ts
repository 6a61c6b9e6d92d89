import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { committedTo, exposures } from '#finance/exposure.ts'
import { exposureBody } from '#finance/outlook-bodies.ts'
import type { CostTotal } from '#ledger/cost-entry.ts'
import { afterUse } from '#program/perks/uses.ts'
import { purchase } from '../ledger/events.ts'
import { edition, perk } from '../ledger/perk-shop.ts'
import { total } from './cost-totals.ts'
import { memberOf } from './member-records.ts'
import { outlook } from './outlooks.ts'

const on = (day: string) => Date.parse(`${day}T12:00:00Z`)
/** Silver since May 2025 and still, by what was bought in between. */
const silver = (id: string) =>
  memberOf(id, [
    purchase(`${id}-1`, { amountMinor: 25_000, time: on('2025-05-10') }),
    purchase(`${id}-2`, { amountMinor: 25_000, time: on('2026-04-10') }),
  ])
const uses = (of: string, count: number, month = '2026-01', rest: Partial<CostTotal> = {}) =>
  total({ perk: of, tier: 'silver', uses: count, entries: count, in: month, ...rest })
/** Something was booked since June 2025, so a year is on record. */
const RECORD = uses('coffee', 0, '2025-06')

async function exposureOf(perkId: string, totals: readonly CostTotal[], members = [silver('m-1'), silver('m-2')]) {
  const found = exposures(await outlook(members, { totals })).find(
    ({ perk: of, tier }) => of.id === perkId && tier === 'silver',
  )
  if (!found) throw new Error(`There is no exposure to ${perkId}.`)
  return found
}

describe('what outstanding allowances could cost', () => {
  test('is at most every open use at the unit cost of the edition in force', async () => {
    const used = { ...silver('m-3'), uses: new Map([['lounge', afterUse(null, on('2026-02-01'), 'Europe/London')]]) }
    expect(await exposureOf('lounge', [], [silver('m-1'), silver('m-2'), used])).toMatchObject({
      ...{ members: 3, open: 2, atMostMinor: 1900, until: '2026-12-31', unitMinor: 950 },
    })
  })

  test('is probably the share of the allowance that was used, of what remains of its window', async () => {
    const found = await exposureOf('lounge', [RECORD, uses('lounge', 1)])
    // Two holders for twelve months, once a year each: one of two. 200 of the 365 days remain, today included.
    expect(found.utilisation).toEqual({ used: 1, allowed: 2, percent: 50 })
    expect(found.probableMinor).toBe(Math.round((0.5 * 2 * 200 * 950) / 365))
    expect(found.basis).toBe(
      'Holders made 1 of 2 possible uses in the last 12 complete months. At that rate 2 holders with once a year make 0.5 in the 200 of 365 days that remain until 31 December 2026.',
    )
  })

  test('is never probable beyond what is open', async () => {
    const used = { ...silver('m-1'), uses: new Map([['lounge', afterUse(null, on('2026-02-01'), 'Europe/London')]]) }
    const found = await exposureOf('lounge', [RECORD, uses('lounge', 24)], [used, used])
    expect(found).toMatchObject({ open: 0, atMostMinor: 0, probableMinor: 0 })
    expect(found.basis).toMatch(/, of which 0 can be made\.$/)
  })

  test('is wholly probable where nothing is known of earlier use', async () => {
    expect(await exposureOf('lounge', [])).toMatchObject({
      ...{ atMostMinor: 1900, probableMinor: 1900, utilisation: { used: 0, allowed: 0, percent: null } },
      basis: 'Nothing is known of earlier use, so everything that is open counts as probable.',
    })
  })

  test('is nothing where holders could have used it for a year and did not', async () => {
    expect(await exposureOf('lounge', [RECORD])).toMatchObject({ atMostMinor: 1900, probableMinor: 0 })
  })

  test('has no most where nothing limits it, and goes on as it went through the rest of the year', async () => {
    const found = await exposureOf('delivery', [RECORD, uses('delivery', 24)])
    expect(found).toMatchObject({ open: null, atMostMinor: null, until: null })
    expect(found.utilisation).toEqual({ used: 24, allowed: null, percent: null })
    // One a member and month, at £3.20.
    expect(found.probableMinor).toBe(Math.round((1 * 2 * 12 * 200 * 320) / 365))
    expect(found.basis).toBe(
      'Holders used it 24 times in the last 12 complete months, over 24 member-months. At that rate 2 holders make 13.2 in the 200 of 365 days that remain until 31 December 2026.',
    )
  })

  test('has no most where the limit is one per order, as there can be any number of orders', async () => {
    expect(await exposureOf('sample', [RECORD])).toMatchObject({ open: null, atMostMinor: null })
  })

  test('is not named where the edition states no cost', async () => {
    expect(await exposureOf('hem', [RECORD])).toMatchObject({
      ...{ unitMinor: null, atMostMinor: null, probableMinor: 0 },
      basis: 'The edition states no unit cost, so no cost can be named.',
    })
  })

  test('counts neither months before the first entry nor months before the perk', async () => {
    const found = await exposureOf('lounge', [uses('lounge', 1, '2026-04')])
    expect(found.utilisation).toEqual({ used: 1, allowed: 0, percent: 300 })
    expect(found.basis).toContain('1 of 0.3 possible uses in the last 2 complete months')
  })

  test('leaves out what is booked in the month that is not over', async () => {
    expect((await exposureOf('lounge', [RECORD, uses('lounge', 9, '2026-06')])).utilisation.used).toBe(0)
  })

  test.each([
    ['day', 1, 730, '2026-06-15'],
    ['week', 1, 104, '2026-06-21'],
    ['month', 2, 48, '2026-06-30'],
    ['quarter', 2, 16, '2026-06-30'],
    ['ever', 3, 6, null],
  ] as const)('knows what a limit per %s allowed in a year', async (per, count, allowed, until) => {
    const perks = [perk('wrap', { silver: { limit: { count, per } } })]
    const at = await outlook([silver('m-1'), silver('m-2')], {
      published: [edition(1, '2024-01', perks)],
      totals: [RECORD],
    })
    const [found] = exposures({ ...at, published: [edition(1, '2024-01', [...perks, perk('coffee', {})])] })
    expect(found).toMatchObject({ utilisation: { allowed }, until, open: 2 * count })
  })
})

describe('what is committed of a budget', () => {
  test('is what its open allowances could cost at most', async () => {
    expect(committedTo('lounge', exposures(await outlook([silver('m-1'), silver('m-2')])))).toBe(1900)
  })

  test('cannot be told as soon as anyone holds a tier that has it without limit', async () => {
    const items = exposures(await outlook([silver('m-1')]))
    expect(committedTo('delivery', items)).toBeNull()
    expect(committedTo('coffee', items)).toBeNull()
  })
})

test('the totals of the exposure are those of its items, to the minor unit', async () => {
  const count = fc.integer({ min: 0, max: 40 })
  await fc.assert(
    fc.asyncProperty(count, count, count, async (lounge, wrap, delivery) => {
      const totals = [RECORD, uses('lounge', lounge), uses('wrap', wrap), uses('delivery', delivery)]
      const { items, total: sums } = exposureBody(await outlook([silver('m-1'), silver('m-2')], { totals }))
      const minor = (text: string | null) => Math.round(Number(text ?? 0) * 100)
      const sum = (field: 'atMost' | 'probable') => items.reduce((all, item) => all + minor(item[field]), 0)
      expect([minor(sums.atMost), minor(sums.probable)]).toEqual([sum('atMost'), sum('probable')])
      for (const item of items)
        if (item.atMost !== null) expect(minor(item.probable)).toBeLessThanOrEqual(minor(item.atMost))
    }),
    { numRuns: 50 },
  )
})
