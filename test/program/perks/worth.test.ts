import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PerkTerms, ProgramDocument } from '#program/document.ts'
import { yearOfOrders } from '#program/perks/habits.ts'
import { perksOf } from '#program/perks/perk.ts'
import { yearlyWorth } from '#program/perks/worth.ts'
import { PROGRAM } from '../../web/standing/someone.ts'

const LONDON = 'Europe/London'
const MAY_2026 = 24316
/** Of £5, £15, £25 … £115: twelve orders of £60 on average. */
const ORDERS = yearOfOrders({ orders: 12, spendMinor: 72_000, coveredPercent: 50 }, MAY_2026, LONDON)

const perksWith = (terms: Readonly<Record<string, PerkTerms>>) =>
  perksOf({ ...PROGRAM, perks: [{ id: 'perk', name: 'Perk', kind: 'service', worth: '4.95', terms }] })
const usesOf = (terms: PerkTerms, orders = ORDERS) =>
  yearlyWorth(perksWith({ member: terms }), 0, orders, LONDON).perks[0]?.uses

describe('how often a perk is used in a year of twelve orders', () => {
  it.each<[string, PerkTerms, number]>([
    ['with every order, where it is always given', {}, 12],
    ['with the orders that are large enough, the one of exactly that amount included', { over: '25.00' }, 10],
    ['with the orders that have something of its categories', { categories: ['suits'] }, 6],
    ['as often as the year allows', { limit: { count: 2, per: 'year' } }, 2],
    ['as often as each quarter allows', { limit: { count: 2, per: 'quarter' } }, 8],
    ['once an order, however often an order allows', { limit: { count: 3, per: 'order' } }, 12],
    ['so often in all', { limit: { count: 5, per: 'ever' } }, 5],
    ['never, where no order is large enough', { over: '115.01' }, 0],
  ])('%s', (_name, terms, uses) => {
    expect(usesOf(terms)).toBe(uses)
  })

  it('is never for someone who orders nothing', () => {
    expect(usesOf({}, [])).toBe(0)
  })
})

describe('what the perks of a tier are worth a year', () => {
  it('is the sum of uses times what one is worth; what the tier does not have is worth nothing', () => {
    const perks = perksWith({ silver: { limit: { count: 2, per: 'year' } } })
    expect(yearlyWorth(perks, 0, ORDERS, LONDON).totalMinor).toBe(0)
    expect(yearlyWorth(perks, 1, ORDERS, LONDON)).toMatchObject({
      totalMinor: 990,
      perks: [{ uses: 2, worthMinor: 990 }],
    })
  })

  it('is never less in a higher tier, as long as its terms are not worse', () => {
    const count = fc.integer({ min: 0, max: 20 })
    const window = fc.constantFrom('day', 'week', 'month', 'quarter', 'year', 'ever', 'order')
    const amounts = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }))
    fc.assert(
      fc.property(count, count, window, amounts, (fewer, more, per, overs) => {
        const [low, high] = overs.sort((one, other) => one - other)
        const document: ProgramDocument['perks'][number]['terms'] = {
          member: { over: `${high}.00`, limit: { count: fewer + 1, per } },
          silver: { over: `${low}.00`, limit: { count: fewer + 1 + more, per } },
        }
        const perks = perksWith(document)
        const [member, silver] = [0, 1].map((rank) => yearlyWorth(perks, rank, ORDERS, LONDON).totalMinor)
        expect(silver).toBeGreaterThanOrEqual(member ?? 0)
      }),
    )
  })
})
