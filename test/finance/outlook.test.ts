import { describe, expect, test } from 'vitest'
import { purchase } from '../ledger/events.ts'
import { COSTS } from '../ledger/perk-shop.ts'
import { memberOf } from './member-records.ts'
import { entry, paperFinance } from './paper-finance.ts'

const on = (day: string) => Date.parse(`${day}T12:00:00Z`)
const members = [
  memberOf('m-1', [purchase('o-1', { amountMinor: 4_000, time: on('2026-05-10') })]),
  memberOf('m-2', [purchase('o-2', { amountMinor: 30_000, time: on('2026-02-10') })]),
  memberOf('m-3', [purchase('o-3', { amountMinor: 30_000, time: on('2025-12-10') })]),
]
const silverUse = { perk: 'lounge', tier: 'silver', costMinor: 950 }
const entries = [
  entry('r-0', { bookedAt: on('2025-06-10'), costMinor: 0 }),
  entry('r-1', { ...silverUse, bookedAt: on('2026-02-20') }),
  entry('r-2', { ...silverUse, bookedAt: on('2026-05-20') }),
  entry('r-3', { bookedAt: on('2026-05-21') }),
]

describe('tiers', () => {
  test('cost so much beside what their holders spend, over the months asked about', async () => {
    const { status, body } = await paperFinance({ members, entries })('tiers?from=2026-01&to=2026-06')
    expect(status).toBe(200)
    expect(body).toEqual({
      ...{ from: '2026-01', to: '2026-06', currency: 'GBP' },
      items: [
        {
          ...{ tier: 'member', name: 'Member', members: 1, active: 1, spend: '40.00', uses: 1, cost: '0.40' },
          ...{ perActive: '0.40', perUse: '0.40', shareOfSpend: 1 },
        },
        {
          ...{ tier: 'silver', name: 'Silver', members: 2, active: 1, spend: '300.00', uses: 2, cost: '19.00' },
          ...{ perActive: '19.00', perUse: '9.50', shareOfSpend: 6.3 },
        },
      ],
      total: { members: 3, active: 2, spend: '340.00', uses: 3, cost: '19.40', perActive: '9.70', shareOfSpend: 5.7 },
    })
  })

  test('cost in all what the perks cost in all', async () => {
    const ask = paperFinance({ members, entries })
    expect((await ask('tiers')).body.total.cost).toBe((await ask('costs')).body.total.cost)
  })

  test('of months that have not begun are held by those who hold them now', async () => {
    const { body } = await paperFinance({ members, entries })('tiers?from=2026-06&to=2027-03')
    expect(body.items.map(({ members: count }: { members: number }) => count)).toEqual([1, 2])
  })
})

describe('the budgets', () => {
  test('are told with what they rest on, day by day and month by month', async () => {
    const budget = { per: 'year', amount: '30.00' } as const
    const costs = { ...COSTS, lounge: { unit: '9.50', budget, owner: 'Ms Lane' } }
    const { status, body } = await paperFinance({ members, entries, costs })('budget')
    expect(status).toBe(200)
    expect(body).toMatchObject({ currency: 'GBP', at: '2026-06-15T12:00:00Z' })
    expect(body.items).toMatchObject([
      {
        ...{ perk: 'lounge', owner: 'Ms Lane', per: 'year', from: '2026-01-01', until: '2026-12-31' },
        ...{ budget: '30.00', actual: '19.00', committed: '19.00' },
        // £19 in the 182 days before June, and 199 days to go.
        forecast: { likely: '39.77', low: '19.00', high: '86.52' },
        runsOutOn: '2026-09-29',
        runsOutBetween: { earliest: '2026-07-18', latest: null },
      },
    ])
    expect(body.items[0].line).toHaveLength(6)
    expect(body.without.map(({ perk }: { perk: string }) => perk)).toEqual(['coffee', 'wrap', 'delivery'])
  })
})

describe('the exposure', () => {
  test('is told by perk and tier with its basis, and adds up', async () => {
    const { status, body } = await paperFinance({ members, entries })('exposure')
    expect(status).toBe(200)
    const lounge = body.items.find(({ perk }: { perk: string }) => perk === 'lounge')
    expect(lounge).toMatchObject({
      tier: 'silver',
      unit: '9.50',
      members: 2,
      open: 2,
      atMost: '19.00',
      until: '2026-12-31',
    })
    expect(lounge.basis).toMatch(/^Holders made 2 of 0\.8 possible uses .* of which 2 can be made\.$/)
    expect(body.total.unlimited).toBe(body.items.filter(({ open }: { open: unknown }) => open === null).length)
  })
})

test('before anybody joined or used anything, everything is nothing', async () => {
  const ask = paperFinance({})
  expect((await ask('tiers')).body.total).toMatchObject({
    members: 0,
    cost: '0.00',
    perActive: null,
    shareOfSpend: null,
  })
  expect((await ask('exposure')).body.total).toMatchObject({ atMost: '0.00', probable: '0.00' })
  expect((await ask('budget')).body.items).toEqual([])
})
