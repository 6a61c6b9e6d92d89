import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editionOf } from '#program/edition.ts'
import { parseMonth } from '#program/month.ts'
import { yearOfOrders } from '#program/perks/habits.ts'
import { perksOf } from '#program/perks/perk.ts'
import { type Intent, simulate } from '#program/perks/simulate.ts'
import { yearlyWorth } from '#program/perks/worth.ts'
import { answer } from '../../../web/simulator/answer.ts'
import { changesTable, perksTable, stepsOf } from '../../../web/simulator/answer-parts.ts'
import { examples } from '../../../web/simulator/examples.ts'
import { DOCUMENT, EDITION, THROUGH_THE_PAGE } from './someones-program.ts'

const NOVEMBER = parseMonth('2026-11')
const NOTHING: Intent = { spendMinor: 0, orders: 0, units: 0, beforeMinor: 0, balanceMinor: null, plans: [] }
const ask = (intent: Partial<Intent>, coveredPercent = 50) => {
  const whole = { ...NOTHING, ...intent }
  const { spendMinor, orders } = whole
  return answer(THROUGH_THE_PAGE, whole, { spendMinor, orders, coveredPercent }, NOVEMBER)
}
const text = (markup: string) => markup.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|')

describe('the answer of the simulator', () => {
  it.each([
    [{ spendMinor: 25_000 }, 'You would reach Silver in October 2027.'],
    [{ spendMinor: 200_000 }, 'You would reach Gold in April 2027.'],
    [{ plans: ['plus'] }, 'You would be Gold from this month on.'],
    [{}, 'You would be Member, as everyone is.'],
    [{ balanceMinor: 500_000 }, 'You would reach Top in February 2027.'],
  ])('to %o is "%s"', (intent, sentence) => {
    expect(ask(intent).sentence).toBe(sentence)
  })

  it('says which tiers are reached on the way', () => {
    expect(ask({ spendMinor: 300_000 })).toMatchObject({
      sentence: 'You would reach Top in October 2029.',
      onTheWay: 'Before that, Silver in November 2026 and Gold in February 2027.',
    })
    expect(ask({ spendMinor: 25_000 }).onTheWay).toBe('')
    expect(ask({}).onTheWay).toBe('')
  })

  it('says what the perks of that tier come to, and which tier is next', () => {
    const silver = ask({ spendMinor: 25_000, orders: 4 })
    expect(silver.worth).toBe('With 4 orders a year, the perks of Silver would be worth £40 a year to you.')
    expect(silver.next?.name).toBe('Gold')
    expect(ask({ units: 90 }).next).toBeNull()
  })

  it('says for how long, where a tier is not held for good', () => {
    const calendar = { ...DOCUMENT.qualification, period: 'calendar', keep: 0 } as const
    const edition = editionOf({ ...DOCUMENT, qualification: calendar, edition: 3, effectiveFrom: '2026-01' })
    const found = answer({ ...THROUGH_THE_PAGE, edition }, { ...NOTHING, spendMinor: 25_000 }, HABITS, NOVEMBER)
    expect(found.sentence).toBe('You would reach Silver in December 2027.')
    expect(found.holding).toBe('It lasts to the end of December 2027; then you would hold Member.')
    expect(ask({ spendMinor: 25_000 }).holding).toBe('It stays yours as long as you go on like this.')
  })

  it('is shown month by month, as a picture of thirteen months and a table of every change', () => {
    const found = ask({ spendMinor: 25_000 })
    const { now, months } = stepsOf(found, THROUGH_THE_PAGE)
    expect([now, months.length, months.at(-2), months.at(-1)?.rank]).toEqual([
      ...[0, 12, { name: 'October 2027', rank: 1, drops: 0 }, 1],
    ])
    expect(text(changesTable(found, THROUGH_THE_PAGE))).toContain('|November 2026|Member|October 2027|Silver|')
  })

  it('lists perks with their terms, uses and worth', () => {
    expect(text(perksTable(ask({ spendMinor: 25_000, orders: 4 }), THROUGH_THE_PAGE))).toContain(
      '|A fitting|2 a year, in suits and coats|2|£40|In all|£40|',
    )
  })

  it('in the browser is that of the rules, for everyone', () => {
    const intents = fc.record({
      spendMinor: fc.integer({ min: 0, max: 500_000 }),
      orders: fc.integer({ min: 0, max: 40 }),
      units: fc.integer({ min: 0, max: 200 }),
      beforeMinor: fc.integer({ min: 0, max: 2_000_000 }),
      balanceMinor: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
      plans: fc.subarray(['plus']),
    })
    const rules = editionOf({ ...DOCUMENT, edition: 3, effectiveFrom: '2026-01' })
    fc.assert(
      fc.property(intents, fc.integer({ min: 0, max: 100 }), (intent, coveredPercent) => {
        const found = ask(intent, coveredPercent)
        const expected = simulate(rules, intent, NOVEMBER)
        expect(found.simulation).toEqual(expected)
        const orders = yearOfOrders({ ...intent, coveredPercent }, NOVEMBER, DOCUMENT.timeZone)
        const worth = yearlyWorth(perksOf(DOCUMENT), expected.highest, orders, DOCUMENT.timeZone)
        expect(found.totalMinor).toBe(worth.totalMinor)
      }),
      { numRuns: 50 },
    )
  })
})

const HABITS = { spendMinor: 25_000, orders: 6, coveredPercent: 50 }

describe('the examples for those without scripts', () => {
  it('show someone for every way of qualifying, and what comes of it', () => {
    expect(examples(EDITION).map(({ who, tier, reachedIn }) => [who, tier, reachedIn])).toEqual([
      ['£492 in 12 orders a year', 'Silver', 6],
      ['£250 in 7 orders a year', 'Silver', 11],
      ['£246 in 6 orders a year', 'Silver', 12],
      ['£1,000 in 12 orders a year', 'Gold', 12],
      ['£500 in 12 orders a year', 'Gold', 12],
      ['£492 in 12 orders a year, with Fairweather Plus', 'Gold', 1],
      ['£492 in 12 orders a year, with 90 items', 'Top', 12],
      ['£492 in 12 orders a year, with a balance of £5,000', 'Top', 4],
      ['£492 in 12 orders a year, with £8,508 spent in earlier years', 'Top', 12],
    ])
  })
})
