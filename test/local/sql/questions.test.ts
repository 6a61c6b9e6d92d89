import { TrinoSQL } from 'dt-sql-parser'
import { describe, expect, test } from 'vitest'
import type { Booked } from '#ledger/books.ts'
import { SetupFault } from '#local/setup-fault.ts'
import { questions, withParameters } from '#local/sql/questions.ts'
import { parseMonth } from '#program/month.ts'
import { bought, charged, reversed, trueUp, used } from './any-booked.ts'
import { answerTo, doubled, onShelf } from './shelf.ts'

const ALL = await questions()

/** April and May: two uses settled by invoices, one taken back a month later, one line that nobody knows. */
const BOOKED: ReadonlyMap<number, readonly Booked[]> = new Map([
  [
    parseMonth('2026-04'),
    [
      bought('b-1', '2026-04-02', 10_000),
      used('r-1', { day: '2026-04-03' }),
      used('r-2', { day: '2026-04-04', member: 'm-2', edition: 1 }),
    ],
  ],
  [
    parseMonth('2026-05'),
    [
      bought('b-2', '2026-05-02', 20_000),
      used('r-3', { day: '2026-05-03', perk: 'lounge', tier: 'silver', till: 'till-2', cost: 950 }),
      charged('inv-1', '2026-05-05', 299),
      trueUp(
        't-1',
        'r-1',
        '2026-04-03',
        { day: '2026-05-05', cost: -21 },
        { source: 'parcel-line', id: 'inv-1', amountMinor: 299 },
      ),
      charged('inv-9', '2026-05-06', 410),
      reversed('r-2', '2026-04-04', { day: '2026-05-07', member: 'm-2', edition: 1 }),
    ],
  ],
])

/** What each question has to answer. */
const ANSWERS: Readonly<Record<string, readonly object[]>> = {
  'cost-by-perk-and-month': [
    {
      perk: 'free-delivery',
      period: '2026-04',
      uses: '2',
      accrued_minor: '640',
      true_up_minor: '0',
      cost_minor: '640',
    },
    {
      perk: 'free-delivery',
      period: '2026-05',
      uses: '-1',
      accrued_minor: '-320',
      true_up_minor: '-21',
      cost_minor: '-341',
    },
    { perk: 'lounge', period: '2026-05', uses: '1', accrued_minor: '950', true_up_minor: '0', cost_minor: '950' },
  ],
  'perk-and-tier-by-edition': [
    { edition: '1', uses: '0', booked_entries: '2', accrued_minor: '0', true_up_minor: '0', cost_minor: '0' },
    { edition: '2', uses: '1', booked_entries: '2', accrued_minor: '320', true_up_minor: '-21', cost_minor: '299' },
  ],
  'cost-by-tier': [
    { tier: 'gold', uses: '1', cost_minor: '299', baskets_minor: '10000', percent_of_baskets: '3' },
    { tier: 'silver', uses: '1', cost_minor: '950', baskets_minor: '5000', percent_of_baskets: '19' },
  ],
  'cost-per-use': [
    { perk: 'free-delivery', edition: '2', uses: '1', unit_minor: '320', came_to_minor: '299', variance_minor: '-21' },
    { perk: 'lounge', edition: '2', uses: '1', unit_minor: '950', came_to_minor: '950', variance_minor: '0' },
  ],
  'variance-by-supplier': [
    {
      invoice_source: 'parcel-line',
      perk: 'free-delivery',
      matched_lines: '1',
      charged_minor: '299',
      variance_minor: '-21',
      percent_of_charged: '-7',
    },
  ],
  'uses-by-till': [
    { source: 'till-1', perk: 'free-delivery', uses: '1', cost_minor: '299' },
    { source: 'till-2', perk: 'lounge', uses: '1', cost_minor: '950' },
  ],
  reversals: [
    {
      perk: 'free-delivery',
      source: 'till-1',
      uses: '2',
      reversals: '1',
      percent_reversed: '50',
      taken_back_minor: '320',
    },
  ],
  'cost-share-of-spend': [
    { period: '2026-04', spend_minor: '10000', cost_minor: '640', percent_of_spend: '6.4' },
    { period: '2026-05', spend_minor: '20000', cost_minor: '609', percent_of_spend: '3' },
  ],
  'unmatched-invoices': [
    {
      source: 'parcel-line',
      id: 'inv-9',
      happened_month: '2026-05',
      order_id: 'o-1',
      redemption: null,
      perk: null,
      amount_minor: '410',
    },
  ],
  'late-bookings': [
    {
      period: '2026-05',
      month_of_use: '2026-04',
      perk: 'free-delivery',
      kind: 'reversal',
      booked_entries: '1',
      cost_minor: '-320',
    },
    {
      period: '2026-05',
      month_of_use: '2026-04',
      perk: 'free-delivery',
      kind: 'true-up',
      booked_entries: '1',
      cost_minor: '-21',
    },
  ],
  'members-per-perk': [
    { perk: 'free-delivery', members: '2', uses: '1', cost_minor: '299', cost_per_member_minor: '149.5' },
    { perk: 'lounge', members: '1', uses: '1', cost_minor: '950', cost_per_member_minor: '950' },
  ],
  'costliest-members': [{ member: 'p-m-1', uses: '2', cost_minor: '1249', spend_minor: '30000' }],
}

describe.each(ALL)('the question $name', ({ name, sentence, sql }) => {
  test('says in its first line what it asks', () => {
    expect(sentence).toMatch(/^[A-Z].{20,90}\.$/)
  })

  test('is written as Athena understands it', () => {
    expect(new TrinoSQL().validate(sql)).toEqual([])
  })

  test('is answered rightly by DuckDB, also when every file was delivered twice', async () => {
    await onShelf(BOOKED, async (folder) => {
      expect(await answerTo(name, folder)).toEqual(ANSWERS[name])
      await doubled(folder)
      expect(await answerTo(name, folder)).toEqual(ANSWERS[name])
    })
  })

  test('is asked of other months by its parameters', async () => {
    await onShelf(BOOKED, async (folder) => {
      expect(await answerTo(name, folder, { from_month: '2025-01', to_month: '2025-12' })).toEqual([])
    })
  })
})

test('what is no Athena is found', () => {
  expect(new TrinoSQL().validate("SELECT * FROM read_parquet('x') QUALIFY 1 = 1")).not.toEqual([])
})

test('a parameter is a value and nothing else, whatever stands in it', async () => {
  await onShelf(BOOKED, async (folder) => {
    for (const asked_perk of ["x' OR '1'='1", "'; DROP VIEW entries; --", '$1', "$'"]) {
      expect(await answerTo('perk-and-tier-by-edition', folder, { asked_perk })).toEqual([])
    }
    expect(
      await answerTo('perk-and-tier-by-edition', folder, { asked_perk: 'lounge', asked_tier: 'silver' }),
    ).toHaveLength(1)
  })
})

test('a parameter that a question does not have is told', () => {
  const [question] = ALL
  if (!question) throw new Error('There are no questions.')
  expect(() => withParameters(question, { asked_perk: 'lounge' })).toThrow(SetupFault)
})
