import { describe, expect, test } from 'vitest'
import { edition } from '../ledger/perk-shop.ts'
import { entry, paperBooks, paperFinance } from './paper-finance.ts'

const may = Date.UTC(2026, 4, 20)
const ENTRIES = [
  entry('r-1', { perk: 'lounge', tier: 'silver', costMinor: 950, bookedAt: may }),
  entry('r-2', { perk: 'delivery', tier: 'silver', costMinor: 320, bookedAt: may, source: 'shop' }),
  entry('r-3', { perk: 'delivery', costMinor: 310, edition: 2 }),
  entry('v-2', {
    kind: 'reversal',
    redemption: 'r-2',
    perk: 'delivery',
    tier: 'silver',
    costMinor: -320,
    source: 'shop',
  }),
  entry('t-3', { kind: 'true-up', redemption: 'r-3', perk: 'delivery', costMinor: 25, edition: 2 }),
]
const ask = paperFinance({ entries: ENTRIES, published: [edition(1, '2024-01'), edition(2, '2026-06')] })

describe('what perks cost', () => {
  test('is told by perk unless asked otherwise, for the last twelve months', async () => {
    const { status, body } = await ask('costs')
    expect(status).toBe(200)
    expect(body).toEqual({
      ...{ from: '2025-07', to: '2026-06', currency: 'GBP', by: ['perk'] },
      items: [
        { perk: 'delivery', entries: 4, uses: 1, accrued: '3.10', trueUp: '0.25', cost: '3.35' },
        { perk: 'lounge', entries: 1, uses: 1, accrued: '9.50', trueUp: '0.00', cost: '9.50' },
      ],
      total: { entries: 5, uses: 2, accrued: '12.60', trueUp: '0.25', cost: '12.85' },
    })
  })

  test('of Gold’s free delivery in May, under each edition: whatever is asked for together', async () => {
    const { body } = await ask('costs?perk=delivery&tier=silver&from=2026-05&to=2026-05&by=edition,source')
    expect(body.items).toEqual([
      { edition: 1, source: 'shop', entries: 1, uses: 1, accrued: '3.20', trueUp: '0.00', cost: '3.20' },
    ])
  })

  test('shows a correction in the month in which it was booked', async () => {
    const { body } = await ask('costs?perk=delivery&tier=silver&by=month')
    expect(body.items.map(({ month, cost }: Record<string, string>) => [month, cost])).toEqual([
      ['2026-05', '3.20'],
      ['2026-06', '-3.20'],
    ])
    expect(body.total).toMatchObject({ entries: 2, uses: 0, cost: '0.00' })
  })

  test('told apart by nothing is one sum', async () => {
    const { body } = await ask('costs?by=')
    expect(body.items).toEqual([body.total])
  })

  test('of months without entries is nothing', async () => {
    const { body } = await ask('costs?from=2025-01&to=2025-03')
    expect(body).toMatchObject({ from: '2025-01', to: '2025-03', items: [], total: { entries: 0, cost: '0.00' } })
  })

  test('of a period is narrowed to what is asked about', async () => {
    const cost = async (query: string) => (await ask(`costs?${query}`)).body.total.cost
    expect(await cost('edition=2')).toBe('3.35')
    expect(await cost('source=shop')).toBe('0.00')
    expect(await cost('source=nobody')).toBe('0.00')
    expect(await cost('tier=member')).toBe('3.35')
  })
})

test('where totals and entries differ, the reconciliation says by how much, place by place', async () => {
  const wrong = [{ ...ENTRIES[0], costMinor: 951 }, ...ENTRIES.slice(1)] as typeof ENTRIES
  const [right, other] = [paperBooks(ENTRIES, []), paperBooks(wrong, [])]
  const books = { ...right, costTotals: other.costTotals }
  const { body } = await paperFinance({ deps: { books, pause: async () => {} } })('reconciliation')
  const alike = { entries: 1, uses: 1, trueUp: '0.00' }
  expect(body).toMatchObject({ agrees: false, entries: 5, cost: '12.85' })
  expect(body.differences).toEqual([
    {
      ...{ month: '2026-05', perk: 'lounge', tier: 'silver', edition: 1, source: 'till' },
      inTotals: { ...alike, accrued: '9.51', cost: '9.51' },
      inEntries: { ...alike, accrued: '9.50', cost: '9.50' },
    },
  ])
})
