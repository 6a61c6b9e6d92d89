import { describe, expect, test } from 'vitest'
import { faultsPart, outcomePart } from '../../../web/finance/invoices-screen.ts'
import { closingQuestion, reconciliationSentence, verificationSentence } from '../../../web/finance/outcome-words.ts'
import { summedUp } from '../../../web/finance/sum-invoices.ts'
import { fieldOf, typedCosts } from '../../../web/finance/unit-costs-form.ts'
import { invoice } from './some-books.ts'

const words = (markup: string) => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('an invoice', () => {
  test('that was checked says what would come of it, and which rows match no use', () => {
    expect(words(outcomePart(invoice()))).toContain(
      '3 rows, £10.35 in all: 2 matched to a use, 0 reported before, 1 without a use. Booking it would add £0.55 to the cost.',
    )
    expect(words(outcomePart(invoice()))).toContain('4 inv/18 No perk was used on this order')
  })

  test('in parts comes to what it would have come to whole', () => {
    const other = invoice({ rows: 2, matched: 2, unmatched: [], amount: '6.40', trueUp: '-1.00' })
    expect(summedUp([invoice(), other])).toMatchObject({ rows: 5, matched: 4, amount: '16.75', trueUp: '-0.45' })
  })

  test('with mistakes says them by row', () => {
    const fault = { pointer: '/rows/17/amount', code: 'negative', detail: 'Row 17: the amount is below zero.' }
    expect(words(faultsPart('', [fault]))).toMatch(/Nothing was booked .* 17 the amount is below zero\./)
    expect(words(faultsPart('There is no connection.', []))).toContain('Nothing was booked There is no connection.')
  })
})

describe('checking', () => {
  const difference = { perk: 'lounge', tier: 'gold', month: '2026-11', edition: 3, source: 'till-1' }
  const total = (cost: string) => ({ entries: 1, uses: 1, accrued: cost, trueUp: '0.00', cost })
  const body = {
    from: '2026-11',
    to: '2026-11',
    currency: 'GBP',
    agrees: true,
    entries: 214,
    cost: '612.30',
    differences: [],
  }

  test('totals that agree are said to', () => {
    expect(reconciliationSentence(body)).toBe('214 entries of November 2026 add up to £612.30, and every total agrees.')
  })

  test('a total that differs is named, with both sums', () => {
    const differences = [{ ...difference, inTotals: total('9.50'), inEntries: total('19.00') }]
    expect(reconciliationSentence({ ...body, agrees: false, differences })).toContain(
      'First lounge, gold, November 2026, edition 3, till-1: £9.50 in the totals, £19.00 in the entries.',
    )
  })

  test('a closed month holds, or the first thing that is wrong is said', () => {
    const month = { month: '2026-10', holds: true, entries: 1234, root: null, finding: null }
    expect(verificationSentence(month)).toBe('October 2026 holds: all 1,234 entries are those that were signed.')
    const finding = { what: 'entry_changed', place: 17, entry: 'r-9', detail: 'It was changed.' } as const
    expect(verificationSentence({ ...month, holds: false, finding })).toBe(
      'October 2026 does not hold. At entry 17 (r-9): It was changed.',
    )
  })

  test('closing says beforehand that it is for good', () => {
    expect(closingQuestion('2026-10')).toMatchObject({
      action: 'Close October 2026',
      words: expect.stringContaining('for good'),
    })
  })
})

describe('the next edition’s costs', () => {
  test('are sent as typed, without what was left empty', () => {
    const typed: Record<string, string> = {
      ...{ '/effectiveFrom': '2027-01', '/costs/lounge/unit': ' 9.80 ', '/costs/lounge/budget/amount': '100' },
      ...{
        '/costs/lounge/budget/per': 'year',
        '/costs/lounge/owner': 'Shop manager',
        '/costs/delivery/budget/per': 'year',
      },
    }
    expect(typedCosts((name) => typed[name] ?? '', ['lounge', 'delivery'])).toEqual({
      effectiveFrom: '2027-01',
      costs: { lounge: { unit: '9.80', budget: { amount: '100', per: 'year' }, owner: 'Shop manager' } },
    })
  })

  test('a problem finds its field, or the first below it', () => {
    const names = ['/effectiveFrom', '/costs/lounge/unit', '/costs/lounge/budget/amount', '/costs/lounge/budget/per']
    expect(fieldOf(names, '/costs/lounge/unit')).toBe('/costs/lounge/unit')
    expect(fieldOf(names, '/costs/lounge/budget')).toBe('/costs/lounge/budget/amount')
    expect(fieldOf(names, '/costs/nothing')).toBeUndefined()
  })
})
