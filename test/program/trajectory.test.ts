import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Edition, editionOf, inOrder } from '#program/edition.ts'
import type { LedgerEvent } from '#program/event.ts'
import { firstWords } from '#program/first-word.ts'
import { fold } from '#program/fold.ts'
import type { Way } from '#program/next-step.ts'
import { leftOf } from '#program/row.ts'
import { type Standing, standing } from '#program/standing.ts'
import { heirsOf } from '#program/succession.ts'
import { trajectory } from '#program/trajectory.ts'
import { startOfMonth } from '#program/zone.ts'
import { arrivals, editions, instant } from './lives.ts'

const london = (effectiveFrom: string, qualify: readonly object[], keep = 0): Edition =>
  editionOf({
    edition: 1,
    effectiveFrom,
    currency: 'GBP',
    timeZone: 'Europe/London',
    qualification: { period: 'sliding', months: 12, keep, softLanding: false },
    tiers: [{ id: 'member' }, { id: 'gold', qualify }],
  })
const bought = (id: string, day: string, amountMinor: number): LedgerEvent => ({
  ...{ type: 'purchase', source: 's', subject: 'm', id, time: Date.parse(`${day}T12:00:00Z`), amountMinor, units: 1 },
})
const ahead = (events: readonly LedgerEvent[], rules: readonly Edition[], asOf: number) =>
  trajectory(
    fold(
      events.filter((event) => event.time <= asOf),
      rules[0]?.timeZone ?? '',
    ),
    rules,
    asOf,
  )

describe('the trajectory', () => {
  const gold = [london('2024-01', [{ spend: '100.00' }, { orders: 5 }])]

  test('shows the tier on the first of each of the next twelve months, and what drops off on each', () => {
    const { months } = ahead(
      [bought('1', '2026-01-10', 7000), bought('2', '2026-03-10', 4000)],
      gold,
      Date.parse('2026-05-05'),
    )
    expect(months.map(({ rank }) => rank).join('')).toBe('111111100000')
    expect(months.map(({ dropsOff }) => dropsOff.spendMinor)).toEqual(
      [0, 0, 0, 0, 0, 0, 0, 7000, 0, 4000, 0, 0].slice(0, 12),
    )
  })

  test('says the least that reaches the next tier, and until when that is enough', () => {
    const { lift } = ahead(
      [bought('1', '2025-08-10', 3000), bought('2', '2026-03-10', 4000)],
      gold,
      Date.parse('2026-05-05'),
    )
    const [nearest] = lift?.ways ?? []
    expect(nearest?.measures.map(leftOf)).toEqual([3000])
    expect(nearest?.by).toBe('2026-07-31')
  })

  test('says the least that keeps the tier, and by when', () => {
    const { now, keep } = ahead(
      [bought('1', '2025-08-10', 9000), bought('2', '2026-03-10', 4000)],
      gold,
      Date.parse('2026-05-05'),
    )
    expect(now.loss?.until).toBe('2026-07-31')
    expect(keep?.ways[0]).toMatchObject({ from: null, by: '2026-07-31' })
    expect(keep?.ways[0]?.measures.map(leftOf)).toEqual([6000])
  })

  test('of two ways to keep the tier of which nothing is done yet, the one that asks for less comes first', () => {
    const ways = [{ spend: '2500.00' }, { lifetimeSpend: '10000.00', spend: '1000.00' }, { orders: 6 }]
    const rules = [london('2024-01', ways, 1)]
    const { keep } = ahead([bought('1', '2026-05-04', 1_200_000)], rules, Date.parse('2026-05-05'))
    expect(keep?.ways.map(({ measures }) => measures.map(leftOf))).toEqual([[0, 100_000], [6], [250_000]])
  })

  test('returns above what was bought this month have to be made good first, and are part of what is left', () => {
    const time = Date.parse('2026-05-03T12:00:00Z')
    const back: LedgerEvent = { type: 'refund', source: 's', id: 'r', subject: 'm', time, amountMinor: 1500, units: 0 }
    const { now, lift } = ahead([bought('1', '2026-03-10', 4000), back], gold, Date.parse('2026-05-05'))
    expect(now.progress[0]?.rows[0]?.measures.map(leftOf)).toEqual([6000])
    const nearest = lift?.ways.find((way) => way.measures[0]?.need.measure === 'spend')
    expect([nearest?.measures.map(leftOf), nearest?.returnsFirstMinor]).toEqual([[7500], 1500])
  })

  test('has no next step at the top, and nothing to keep where nothing is lost', () => {
    const forEver = [london('2024-01', [{ lifetimeSpend: '10.00' }])]
    const { keep, lift, now } = ahead([bought('1', '2026-01-10', 2000)], forEver, Date.parse('2026-05-05'))
    expect([keep, lift, now.loss]).toEqual([null, null, null])
  })

  test('a plan that ends is to be renewed, and what would do instead is told', () => {
    const rules = [london('2024-01', [{ plan: 'plus' }, { spend: '100.00' }])]
    const plan: LedgerEvent = {
      type: 'plan',
      source: 's',
      subject: 'm',
      id: 'p',
      time: 0,
      plan: 'plus',
      from: Date.parse('2026-01-01'),
      until: Date.parse('2026-06-15'),
    }
    const { keep } = ahead([plan], rules, Date.parse('2026-05-05'))
    expect(keep?.ways.map((way) => [way.measures[0]?.need.measure, way.by, way.percent])).toEqual([
      ['plan', '2026-06-15', 0],
      ['spend', '2026-06-15', 0],
    ])
  })
})

/** What a way asks for, bought in one go at an instant. */
function doing(way: Way, time: number): LedgerEvent[] {
  const left = Object.fromEntries(way.measures.map((measure) => [measure.need.measure, leftOf(measure)]))
  const orders = Math.max(1, left.orders ?? 0)
  const amountMinor = Math.max(left.spend ?? 0, left.lifetimeSpend ?? 0, 1)
  return Array.from({ length: orders }, (_, index) => ({
    ...{ type: 'purchase', source: 'law', id: `law ${index}`, subject: 'm', time },
    ...{ amountMinor: index === 0 ? amountMinor : 1, units: Math.max(1, left.units ?? 0) },
  }))
}

const canBeBought = (way: Way) =>
  way.measures.every(({ need }) => need.measure !== 'balance' && need.measure !== 'plan')

describe('what the trajectory promises is kept', () => {
  const known = fc.tuple(arrivals, editions, instant).map(([arrived, rules, asOf]) => {
    // A life that has begun and joined: buying then moves no anniversary.
    const joined: LedgerEvent = {
      type: 'enrolment',
      source: 'law',
      id: 'joined',
      subject: 'm',
      time: Date.UTC(2023, 11, 1),
    }
    return { events: [joined, ...firstWords(arrived).events.filter((event) => event.time <= asOf)], rules, asOf }
  })

  test('whoever does the least that lifts, on the last day, is lifted', () => {
    fc.assert(
      fc.property(known, ({ events, rules, asOf }) => {
        const { lift, now } = ahead(events, rules, asOf)
        for (const way of lift?.ways.filter(canBeBought) ?? []) {
          const last = lastInstantOf(way.by, rules)
          const after = standing(fold([...events, ...doing(way, last)], now.edition.timeZone), rules, last)
          const rank = after.edition.tiers.findIndex(({ id }) => id === lift?.tier.id)
          expect(after.rank).toBeGreaterThanOrEqual(rank)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('whoever does the least that keeps, on the last day, keeps the tier beyond the day it would be lost', () => {
    fc.assert(
      fc.property(known, ({ events, rules, asOf }) => {
        const { keep, now } = ahead(events, rules, asOf)
        for (const way of keep?.ways.filter(canBeBought) ?? []) {
          const last = Math.max(asOf, lastInstantOf(way.by, rules))
          const all = [...events, ...doing(way, last)]
          const lostAt = now.loss?.begins ?? startOfMonth(now.loss?.month ?? 0, now.edition.timeZone)
          const after = standing(fold(all, now.edition.timeZone), rules, Math.max(lostAt, last))
          const rank = carriedRank(now, after, rules)
          expect(after.rank).toBeGreaterThanOrEqual(rank)
        }
      }),
      { numRuns: 400 },
    )
  })
})

/** What the tier held at one standing has become by a later one. */
function carriedRank(from: Standing, to: Standing, rules: readonly Edition[]): number {
  const between = rules.filter(({ effectiveFrom }) => effectiveFrom > from.month && effectiveFrom <= to.month)
  let { edition, rank } = from
  for (const next of between) {
    rank = heirsOf(edition, next)[rank] ?? 0
    edition = next
  }
  return rank
}

/** A little before the end of a local day, by the month it closes or by noon when it closes none. */
function lastInstantOf(day: string, rules: readonly Edition[]): number {
  const zone = inOrder(rules)[0]?.timeZone ?? 'Etc/UTC'
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const isLast = new Date(Date.UTC(year, month - 1, date + 1)).getUTCDate() === 1
  return isLast
    ? startOfMonth(year * 12 + month, zone) - 1
    : startOfMonth(year * 12 + month - 1, zone) + (date - 1) * 86_400_000
}
