import { describe, expect, it } from 'vitest'
import type { ActivityItem } from '#program/standing-body.ts'
import { activityRows } from '../../../web/standing/activity-rows.ts'
import { wayTable, yearTable } from '../../../web/standing/tables.ts'
import { LADDER, standing } from './someone.ts'

const purchase: ActivityItem = {
  source: 'shop',
  id: 'order-1',
  type: 'purchase',
  time: '2026-04-30T23:30:00Z',
  recordedAt: '2026-05-01T08:00:00Z',
  amount: '59.90',
  units: 3,
  note: null,
  purchase: null,
  plan: null,
  perk: null,
  counted: { month: '2026-05', spend: '59.90', orders: 1, units: 3 },
  reason: null,
  proof: false,
}
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

describe('the statement', () => {
  it('says what came, what counts and for which month, by the days of the program', () => {
    expect(words(activityRows([purchase], LADDER))).toBe(
      '1 May 2026 Purchase order-1 £59.90 £59.90, 1 order and 3 items for May 2026',
    )
  })

  it('links an entry of a closed month to its proof, whatever its id is', () => {
    const proved = { ...purchase, source: 'shop&1', id: '"><b>', proof: true }
    const html = activityRows([proved, purchase], LADDER)
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="/api/v1/me/proofs?source=shop%261&id=%22%3E%3Cb%3E"'])
    expect(html).toContain('download')
    expect(words(html)).toContain('Proof')
  })

  it('says of a refund what it takes, and why it takes less than came back', () => {
    const refund: ActivityItem = {
      ...purchase,
      id: 'refund-1',
      type: 'refund',
      purchase: 'order-1',
      amount: '80.00',
      counted: { month: '2026-05', spend: '-59.90', orders: -1, units: 0 },
      reason: 'more_than_was_left',
    }
    expect(words(activityRows([refund], LADDER))).toBe(
      '1 May 2026 Refund of order-1 More came back than was left to take: only what was left is taken. −£80 takes £59.90 and 1 order for May 2026',
    )
  })

  it('says which perk was used and what it was worth, and that a use was taken back', () => {
    const lounge = { perk: 'lounge', name: 'Lounge entry', worth: '18.00', redemption: 'r-1', reversed: false }
    const use: ActivityItem = {
      ...purchase,
      ...{ type: 'redemption', id: 'r-1', amount: null, units: null, counted: null, reason: 'not_a_sum', perk: lounge },
    }
    expect(words(activityRows([use], LADDER))).toBe('1 May 2026 Lounge entry worth £18')
    const perk = { ...lounge, reversed: true }
    expect(words(activityRows([{ ...use, perk }], LADDER))).toContain('Lounge entry, taken back since')
    expect(words(activityRows([{ ...use, type: 'reversal', perk }], LADDER))).toContain('Lounge entry: use taken back')
  })

  it('says of a refund whose purchase is not known that nothing is taken', () => {
    const waiting: ActivityItem = {
      ...purchase,
      type: 'refund',
      purchase: 'order-9',
      counted: null,
      reason: 'purchase_not_arrived',
    }
    expect(words(activityRows([waiting], LADDER))).toContain(
      'order-9 is not known to us yet. Until it is, nothing is taken. −£59.90 nothing',
    )
  })

  it('names the last day of a plan, which is the one before its span ends', () => {
    const span = { plan: 'plus', from: '2026-03-01T00:00:00Z', until: '2027-03-01T00:00:00Z' }
    const plan: ActivityItem = {
      ...purchase,
      type: 'plan',
      amount: null,
      plan: span,
      counted: null,
      reason: 'not_a_sum',
    }
    expect(words(activityRows([plan], LADDER))).toContain(
      'Fairweather Plus, 1 March 2026 to 28 February 2027 Counts while it runs',
    )
  })

  it('shows markup in a note or an id as what was written', () => {
    const html = activityRows([{ ...purchase, id: '<i>1</i>', note: '<script>alert(1)</script>' }], LADDER)
    expect(html).not.toMatch(/<i>|<script/)
    expect(html).toContain('&lt;script&gt;')
  })
})

describe('the tables behind the pictures', () => {
  it('list each way with what counts, what is needed and what is left', () => {
    const table = words(wayTable(standing(), LADDER))
    expect(table).toContain('Silver: 100 % done Spend £812.40 £250 £0')
    expect(table).toContain('Gold: 81 % done Spend £812.40 £1,000 £187.60')
  })

  it('read as a statement does, newest first, with a dash for nothing', () => {
    const account = { bought: '0.00', refunded: '0.00', counts: '0.00', orders: 0 }
    const months = [
      { month: '2026-04', ...account },
      { month: '2026-05', ...account, bought: '59.90', counts: '59.90', orders: 1 },
    ]
    expect(words(yearTable(months, 'GBP'))).toMatch(/May 2026 £59\.90 – £59\.90 and 1 order April 2026 – – –$/)
  })
})
