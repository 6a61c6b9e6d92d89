import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CensusQuestion, takeCensus } from '#finance/census.ts'
import { editionIn, editionOf } from '#program/edition.ts'
import { firstWords } from '#program/first-word.ts'
import { fold } from '#program/fold.ts'
import { measuresOf } from '#program/measures.ts'
import { parseMonth } from '#program/month.ts'
import { perksOf } from '#program/perks/perk.ts'
import { afterUse } from '#program/perks/uses.ts'
import { standing } from '#program/standing.ts'
import { monthOf, startOfMonth } from '#program/zone.ts'
import { enrolment, purchase } from '../ledger/events.ts'
import { NOW } from '../ledger/fresh-ledger.ts'
import { edition } from '../ledger/perk-shop.ts'
import { arrivals, editions, instant } from '../program/lives.ts'
import { memberOf, oneByOne } from './member-records.ts'

const { document, ...published } = edition(1, '2024-01')
const rules = [editionOf({ ...document, ...published })]
const year: CensusQuestion = {
  period: { from: parseMonth('2025-07'), to: parseMonth('2026-06') },
  ...{ editions: rules, perks: perksOf(document), at: NOW },
}
const on = (day: string) => Date.parse(`${day}T12:00:00Z`)

describe('a census of the members', () => {
  test('counts the holders of each tier, at the end of each month and now', async () => {
    const { held, now } = await takeCensus(
      oneByOne([
        memberOf('m-1', [enrolment('e-1', { time: on('2026-02-03') })]),
        memberOf('m-2', [purchase('o-1', { amountMinor: 25_000, time: on('2026-03-31') })]),
        memberOf('m-3', [purchase('o-2', { amountMinor: 25_000, time: on('2025-04-30') })]),
      ]),
      year,
    )
    const in_ = (month: string) => Object.fromEntries(held.get(parseMonth(month)) ?? [])
    expect(in_('2026-01')).toEqual({ silver: 1 })
    expect(in_('2026-02')).toEqual({ member: 1, silver: 1 })
    expect(in_('2026-03')).toEqual({ member: 1, silver: 2 })
    // m-3's year is over at the end of March, and the tier is kept a month longer.
    expect(in_('2026-05')).toEqual({ member: 2, silver: 1 })
    expect(Object.fromEntries(now)).toEqual({ member: 2, silver: 1 })
  })

  test('counts what was bought under the tier that was held at the end of its month', async () => {
    const events = [
      purchase('before', { amountMinor: 99_000, time: on('2024-01-30') }),
      purchase('o-1', { amountMinor: 10_000, time: on('2026-03-10') }),
      purchase('o-2', { amountMinor: 15_000, time: on('2026-04-10') }),
      purchase('o-3', { amountMinor: 500, time: on('2026-04-11') }),
    ]
    const { activity, active } = await takeCensus(oneByOne([memberOf('m-1', events)]), year)
    expect(Object.fromEntries(activity)).toEqual({
      member: { members: 1, spendMinor: 10_000 },
      silver: { members: 1, spendMinor: 15_500 },
    })
    expect(active).toBe(1)
  })

  test('counts the uses that are left of what is limited, and nothing of what is not', async () => {
    const silver = [purchase('o-1', { amountMinor: 25_000, time: on('2026-05-10') })]
    const used = (day: string) => afterUse(null, on(day), 'Europe/London')
    const { open } = await takeCensus(
      oneByOne([
        memberOf('m-1', silver, { uses: new Map([['wrap', used('2026-06-01')]]) }),
        memberOf('m-2', silver, { uses: new Map([['lounge', used('2026-01-01')]]) }),
        memberOf('m-3', [], { uses: new Map([['wrap', used('2026-05-31')]]) }),
      ]),
      year,
    )
    expect(Object.fromEntries([...open].map(([perk, tiers]) => [perk, Object.fromEntries(tiers)]))).toEqual({
      wrap: { silver: 2 + 3, member: 2 },
      lounge: { silver: 1 + 0 },
    })
  })

  test('of nobody counts nothing', async () => {
    const census = await takeCensus(oneByOne([]), year)
    expect([census.active, census.now.size, census.held.size, census.open.size]).toEqual([0, 0, 0, 0])
  })
})

describe('whatever a life was like', () => {
  const period = { from: parseMonth('2024-03'), to: parseMonth('2026-03') }

  test('its tiers are those that the standing says, month by month', async () => {
    await fc.assert(
      fc.asyncProperty(arrivals, editions, instant, async (events, of, at) => {
        const { timeZone } = editionIn(of, 0)
        const known = firstWords(events).events.filter(({ time }) => time <= at)
        const sums = fold(known, timeZone)
        const { held, now } = await takeCensus(oneByOne([memberOf('m', known, {}, timeZone)]), {
          ...{ period, editions: of, perks: [], at },
        })
        const tierAt = (asOf: number) => standing(sums, of, asOf).tier.id
        expect([...now]).toEqual([[tierAt(at), 1]])
        for (const [month, tiers] of held) {
          expect([...tiers], `month ${month}`).toEqual([
            [tierAt(Math.min(at, startOfMonth(month + 1, timeZone) - 1)), 1],
          ])
        }
      }),
    )
  })

  test('what it spent in the period is counted once, whatever tiers it held', async () => {
    await fc.assert(
      fc.asyncProperty(arrivals, editions, instant, async (events, of, at) => {
        const { timeZone } = editionIn(of, 0)
        const known = firstWords(events).events.filter(({ time }) => time <= at)
        const member = memberOf('m', known, {}, timeZone)
        const { activity, active } = await takeCensus(oneByOne([member]), { period, editions: of, perks: [], at })
        const { spendMinor, orders } = measuresOf(member.sums).between(
          period.from,
          Math.min(period.to, monthOf(at, timeZone)),
        )
        expect([...activity.values()].reduce((sum, tier) => sum + tier.spendMinor, 0)).toBe(spendMinor)
        expect(active).toBe(orders > 0 ? 1 : 0)
      }),
    )
  })
})
