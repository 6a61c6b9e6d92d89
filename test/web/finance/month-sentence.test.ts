import { describe, expect, test } from 'vitest'
import { type MonthNews, monthSentence } from '../../../web/finance/month-sentence.ts'

const NEWS: MonthNews = {
  ...{ month: '2026-11', currency: 'GBP', uses: 214, cost: '612.30', shareOfSpend: 4.1 },
  largest: { name: 'Free delivery', cost: '402.10' },
  runsOut: [],
}

const said = (rest: Partial<MonthNews>) => monthSentence({ ...NEWS, ...rest })

describe('the month in a sentence', () => {
  test('has the uses, what they cost, the share of spend and the largest perk, exact', () => {
    expect(said({})).toBe(
      'In November, 214 uses of perks have cost £612.30 so far, 4.1% of what members spent; free delivery is the largest at £402.10.',
    )
  })

  test('counts a single use as one, and leaves out a share of nothing', () => {
    expect(said({ uses: 1, shareOfSpend: null })).toBe(
      'In November, 1 use of perks has cost £612.30 so far; free delivery is the largest at £402.10.',
    )
  })

  test('says when a budget runs out, and when several do', () => {
    const delivery = { name: 'Free delivery', on: '2026-12-13' }
    expect(said({ runsOut: [delivery] })).toMatch(
      / The budget for free delivery runs out on 13 December 2026 at this pace\.$/,
    )
    expect(said({ runsOut: [delivery, { name: 'VIP room', on: '2026-11-28' }] })).toMatch(
      / Budgets run out at this pace: free delivery on 13 December 2026 and VIP room on 28 November 2026\.$/,
    )
  })

  test('of a month in which nothing was booked says so', () => {
    expect(said({ largest: null, uses: 0, cost: '0.00' })).toBe('In November nothing has been booked so far.')
  })

  test('keeps every decimal, and the minus of what was taken back', () => {
    expect(said({ cost: '1000.00' })).toContain('£1,000.00')
    expect(said({ cost: '-3.20' })).toContain('-£3.20')
  })
})
