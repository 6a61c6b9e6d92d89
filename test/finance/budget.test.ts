import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BudgetQuestion, budgetStatus } from '#finance/budget.ts'
import { budgetBody } from '#finance/outlook-bodies.ts'
import { parseMonth } from '#program/month.ts'
import { COSTS, edition, perk } from '../ledger/perk-shop.ts'
import { total } from './cost-totals.ts'
import { outlook } from './outlooks.ts'

const question = (months: Readonly<Record<string, number>>, rest: Partial<BudgetQuestion> = {}): BudgetQuestion => ({
  ...{ per: 'year', budgetMinor: 1_000_00, since: parseMonth('2024-01'), today: '2026-06-15', currency: 'GBP' },
  byMonth: new Map(Object.entries(months).map(([month, minor]) => [parseMonth(month), minor])),
  ...rest,
})

describe('how a budget stands', () => {
  test('counts what was booked in its months, and not what was before', () => {
    const { actualMinor, line, window } = budgetStatus(
      question({ '2025-12': 99_00, '2026-01': 10_00, '2026-03': -2_00, '2026-06': 5_00 }),
    )
    expect(window).toMatchObject({ from: '2026-01-01', until: '2026-12-31' })
    expect(actualMinor).toBe(13_00)
    expect(line.map(({ spentMinor, toDateMinor }) => [spentMinor, toDateMinor])).toEqual([
      ...[
        [10_00, 10_00],
        [0, 10_00],
        [-2_00, 8_00],
      ],
      ...[
        [0, 8_00],
        [0, 8_00],
        [5_00, 13_00],
      ],
    ])
  })

  test('goes on at the pace of the months before, from tomorrow to its last day', () => {
    const spent = {
      '2025-12': 31_00,
      '2026-01': 31_00,
      '2026-02': 28_00,
      '2026-03': 31_00,
      '2026-04': 30_00,
      '2026-05': 62_00,
    }
    const status = budgetStatus(question({ ...spent, '2026-06': 15_00 }, { budgetMinor: 300_00 }))
    expect(status.actualMinor).toBe(197_00)
    // 199 days are left: £1 a day at least, £2 at most, and £213 in 182 days in the mean.
    expect(status.forecast).toEqual({ lowMinor: 396_00, highMinor: 595_00, likelyMinor: 197_00 + 232_90 })
    expect([status.earliest, status.runsOutOn, status.latest]).toEqual(['2026-08-06', '2026-09-12', '2026-09-27'])
  })

  test('per month and quarter begins anew with each', () => {
    const spent = { '2026-04': 10_00, '2026-05': 20_00, '2026-06': 5_00 }
    expect(budgetStatus(question(spent, { per: 'quarter' })).actualMinor).toBe(35_00)
    expect(budgetStatus(question(spent, { per: 'month' })).actualMinor).toBe(5_00)
  })

  test('on its last day is as it will end', () => {
    const { actualMinor, forecast } = budgetStatus(question({ '2026-05': 31_00 }, { per: 'year', today: '2026-12-31' }))
    expect(forecast).toEqual({ likelyMinor: actualMinor, lowMinor: actualMinor, highMinor: actualMinor })
  })

  test('always runs out earliest at the highest pace and latest at the lowest', () => {
    const months = fc.dictionary(
      fc.constantFrom('2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'),
      fc.integer({ min: -500, max: 100_00 }),
    )
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 500_00 }), (of, budgetMinor) => {
        const { earliest, runsOutOn, latest, forecast } = budgetStatus(question(of, { budgetMinor }))
        const [first, likely, last] = [earliest, runsOutOn, latest].map((day) => day ?? '9999')
        expect([first, likely, last]).toEqual([first, likely, last].toSorted())
        expect(forecast.lowMinor).toBeLessThanOrEqual(forecast.likelyMinor)
        expect(forecast.likelyMinor).toBeLessThanOrEqual(forecast.highMinor)
        // It runs out if and only if more will have been spent than there is, but for the half that rounding takes away.
        if (forecast.likelyMinor > budgetMinor) expect(runsOutOn).not.toBeNull()
        if (forecast.likelyMinor < budgetMinor) expect(runsOutOn).toBeNull()
      }),
    )
  })
})

describe('the budgets that run today', () => {
  const budget = { per: 'year', amount: '50.00' } as const

  test('are told with their owners, as the document has its perks', async () => {
    const costs = { ...COSTS, lounge: { unit: '9.50', budget, owner: 'Ms Lane' }, coffee: { unit: '0.40', budget } }
    const body = budgetBody(
      await outlook([], { costs, totals: [total({ in: '2026-05', accruedMinor: 950, trueUpMinor: -50 })] }),
    )
    expect(body.items.map(({ perk: id, owner, actual, committed }) => [id, owner, actual, committed])).toEqual([
      ['coffee', null, '0.00', '0.00'],
      ['lounge', 'Ms Lane', '9.00', '0.00'],
    ])
  })

  test('what costs something and has none is told beside them, also when no edition in force has it', async () => {
    const older = edition(1, '2024-01', [perk('valet', { member: {} }), perk('coffee', { member: {} })])
    const body = budgetBody(
      await outlook([], {
        published: [older, edition(2, '2026-06', [perk('coffee', { member: {} }), perk('lounge', { member: {} })])],
        costs: { coffee: { unit: '0.40', budget }, lounge: { unit: '9.50' } },
        totals: [total({ perk: 'valet', in: '2026-02', accruedMinor: 700 }), total({ perk: 'old', in: '2025-12' })],
      }),
    )
    expect(body.without).toEqual([
      { perk: 'lounge', name: 'lounge', actual: '0.00' },
      { perk: 'valet', name: 'valet', actual: '7.00' },
    ])
  })
})
