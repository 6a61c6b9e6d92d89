import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActivityItem } from '#program/standing-body.ts'
import { stripeOf, yearOf } from '../../../web/standing/my-year.ts'

const item = (month: string, spend: string, orders: number): ActivityItem => ({
  source: 'shop',
  id: 'x',
  type: orders < 0 || spend.startsWith('-') ? 'refund' : 'purchase',
  time: `${month}-10T10:00:00Z`,
  recordedAt: `${month}-10T10:00:00Z`,
  amount: spend,
  units: 1,
  note: null,
  purchase: null,
  plan: null,
  perk: null,
  counted: { month, spend, orders, units: 0 },
  reason: null,
  proof: false,
})

describe('the year behind', () => {
  it('is the twelve months that end with the present one', () => {
    const months = yearOf([], '2026-02').map(({ month }) => month)
    expect([months[0], months.at(-1), months.length]).toEqual(['2025-03', '2026-02', 12])
  })

  it('adds purchases and refunds up to the penny, in the month in which they count', () => {
    const activity = [item('2026-02', '0.10', 1), item('2026-02', '0.20', 1), item('2026-02', '-0.10', -1)]
    expect(yearOf(activity, '2026-02').at(-1)).toEqual({
      month: '2026-02',
      bought: '0.30',
      refunded: '0.10',
      counts: '0.20',
      orders: 1,
    })
  })

  it('leaves out what counts nowhere or in another year', () => {
    const activity = [item('2025-02', '5.00', 1), { ...item('2026-02', '5.00', 1), counted: null }]
    expect(yearOf(activity, '2026-02').every(({ orders }) => orders === 0)).toBe(true)
  })

  it('counts what was bought less what was refunded, always', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9999, max: 9999 }), { maxLength: 20 }), (amounts) => {
        const spends = amounts.map(
          (minor) =>
            `${minor < 0 ? '-' : ''}${Math.floor(Math.abs(minor) / 100)}.${String(Math.abs(minor) % 100).padStart(2, '0')}`,
        )
        const month = yearOf(
          spends.map((spend) => item('2026-02', spend, 0)),
          '2026-02',
        ).at(-1)
        const minor = (text = '0') => Math.round(Number(text) * 100)
        expect(minor(month?.bought) - minor(month?.refunded)).toBe(minor(month?.counts))
      }),
    )
  })

  it('is drawn in shares of the tallest month', () => {
    const activity = [item('2026-01', '50.00', 1), item('2026-02', '100.00', 1), item('2026-02', '-25.00', 0)]
    const { months, sentence } = stripeOf(yearOf(activity, '2026-02'))
    expect(months.at(-2)).toEqual({ name: 'January 2026', counted: 0.5, refunded: 0 })
    expect(months.at(-1)).toEqual({ name: 'February 2026', counted: 0.75, refunded: 0.25 })
    expect(sentence).toBe('Something counted in 2 of the last 12 months.')
  })
})
