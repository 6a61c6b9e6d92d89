import { describe, expect, test } from 'vitest'
import type { CostEntry } from '#ledger/cost-entry.ts'
import { entry, paperFinance } from './paper-finance.ts'

type Ask = ReturnType<typeof paperFinance>

/** Every page of a question, one after the other. */
async function pagesOf(ask: Ask, query: string): Promise<string[][]> {
  const pages: string[][] = []
  let cursor: string | null = null
  do {
    const { body }: Awaited<ReturnType<Ask>> = await ask(`entries?${query}${cursor ? `&cursor=${cursor}` : ''}`)
    pages.push(body.items.map(({ id }: CostEntry) => id))
    cursor = body.nextCursor
  } while (cursor)
  return pages
}

describe('the entries behind the totals', () => {
  test('tell each use with all it was granted for, and its member by a pseudonym', async () => {
    const ask = paperFinance({
      entries: [
        entry('r-1', { order: 'o-7', basketMinor: 5990, member: 'm-77' }),
        entry('t-1', { kind: 'true-up', costMinor: -5, invoice: { source: 'line', id: 'i/1', amountMinor: 35 } }),
      ],
    })
    const { body } = await ask('entries')
    expect(body).toMatchObject({ from: '2025-07', to: '2026-06', currency: 'GBP', nextCursor: null })
    expect(body.items[0]).toEqual({
      ...{ id: 'r-1', kind: 'use', bookedAt: '2026-06-01T12:00:00Z', month: '2026-06', perk: 'coffee', tier: 'member' },
      ...{ edition: 1, source: 'till', member: 'p-of-m-77', redemption: 'r-1', usedAt: '2026-06-01T12:00:00Z' },
      ...{ order: 'o-7', basket: '59.90', worth: '2.50', cost: '0.40', invoice: null },
    })
    expect(body.items[1]).toMatchObject({ cost: '-0.05', invoice: { source: 'line', id: 'i/1', amount: '0.35' } })
    expect(JSON.stringify(body)).not.toContain('"m-77"')
  })

  test('come page by page, each once, also when many were booked in one instant', async () => {
    const ids = Array.from({ length: 7 }, (_, index) => `r-${index}`)
    const ask = paperFinance({ entries: ids.map((id) => entry(id)) })
    expect(await pagesOf(ask, 'limit=3')).toEqual([ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)])
    expect(await pagesOf(ask, 'limit=7')).toEqual([ids])
  })

  test('are narrowed as the totals are, and by kind', async () => {
    const ask = paperFinance({
      entries: [entry('r-1'), entry('r-2', { perk: 'wrap' }), entry('v-1', { kind: 'reversal' }), entry('r-3')],
    })
    expect(await pagesOf(ask, 'perk=coffee&kind=use&limit=1')).toEqual([['r-1'], ['r-3'], []])
    expect(await pagesOf(ask, 'kind=true-up')).toEqual([[]])
  })

  test('a question that hardly any entry answers gets a short page and goes on from there', async () => {
    const many = Array.from({ length: 5001 }, (_, index) => entry(`r-${String(index).padStart(5, '0')}`))
    const ask = paperFinance({ entries: [...many, entry('r-x', { perk: 'wrap' })] })
    expect(await pagesOf(ask, 'perk=wrap')).toEqual([[], ['r-x']])
  })

  test('a cursor belongs to its question', async () => {
    const ask = paperFinance({ entries: [entry('r-1'), entry('r-2')] })
    const { nextCursor } = (await ask('entries?limit=1')).body
    expect((await ask(`entries?limit=50&cursor=${nextCursor}`)).body.items).toHaveLength(1)
    for (const query of ['perk=coffee', 'kind=use', 'from=2026-01', 'source=till']) {
      expect(await ask(`entries?${query}&cursor=${nextCursor}`)).toMatchObject({
        status: 400,
        body: { code: 'bad_cursor' },
      })
    }
  })

  test.each([
    '%00',
    'bm8',
    'W10',
    Buffer.from('["x",1,"r-1"]').toString('base64url'),
    Buffer.from('{"a":1}').toString('base64url'),
  ])('there is no page for the cursor %s', async (cursor) => {
    expect(await paperFinance({})(`entries?cursor=${cursor}`)).toMatchObject({
      ...{ status: 400, body: { errors: [{ pointer: '/query/cursor', code: 'bad_cursor' }] } },
    })
  })
})

describe('a single use', () => {
  const entries = [
    entry('r-1', { perk: 'lounge', tier: 'silver', costMinor: 950 }),
    entry('t-1', {
      kind: 'true-up',
      redemption: 'r-1',
      perk: 'lounge',
      tier: 'silver',
      costMinor: 50,
      bookedAt: Date.UTC(2026, 5, 9),
    }),
  ]

  test('tells the promise that granted it, every entry it left, and what they come to', async () => {
    const costs = { lounge: { unit: '9.5', account: 'Expenses:Loyalty:Access' } }
    const { status, body } = await paperFinance({ entries, costs })('uses/r-1')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      ...{
        redemption: 'r-1',
        currency: 'GBP',
        perk: { id: 'lounge', name: 'lounge' },
        tier: { id: 'silver', name: 'Silver' },
      },
      ...{ edition: { edition: 1, effectiveFrom: '2024-01' }, terms: 'Once a year', unit: '9.50', cost: '10.00' },
      ...{ account: 'Expenses:Loyalty:Access', entries: [{ id: 'r-1' }, { id: 't-1', cost: '0.50' }] },
    })
  })

  test('of a perk whose edition states no cost has no unit and no account', async () => {
    expect((await paperFinance({ entries, costs: {} })('uses/r-1')).body).toMatchObject({ unit: null, account: null })
  })

  test.each(['r-2', 't-1', '__proto__', '%F0%9F%98%80', '..%2F..'])('%s is none', async (id) => {
    expect(await paperFinance({ entries })(`uses/${id}`)).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })
})
