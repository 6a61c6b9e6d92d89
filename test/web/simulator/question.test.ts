import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf, plansAsked } from '../../../web/simulator/fields.ts'
import { fromQuery, readQuestion, toQuery } from '../../../web/simulator/question.ts'
import { PROGRAM } from '../standing/someone.ts'
import { DOCUMENT, THROUGH_THE_PAGE } from './someones-program.ts'

describe('what the simulator asks for', () => {
  it('is spend and orders, which perks are used with, and the other measures only where the program uses them', () => {
    expect(fieldsOf(PROGRAM).map(({ name }) => name)).toEqual(['spend', 'orders'])
    expect(fieldsOf(DOCUMENT).map(({ name }) => name)).toEqual([
      ...['spend', 'orders', 'units', 'before', 'balance', 'covered'],
    ])
    expect(plansAsked(DOCUMENT).map(({ id }) => id)).toEqual(['plus'])
  })

  it('names the categories that perks are limited to', () => {
    expect(fieldsOf(DOCUMENT).at(-1)?.label).toBe('Orders with suits or coats, in %')
  })

  it('has sliders that reach beyond the highest threshold', () => {
    const ends = Object.fromEntries(fieldsOf(DOCUMENT).map(({ name, slider }) => [name, slider.max]))
    expect(ends).toEqual({ spend: 2000, orders: 30, units: 200, before: 20_000, balance: 8000, covered: 100 })
  })
})

describe('a link to an answer', () => {
  it('carries everything that was asked, and gives it back', () => {
    const texts = { spend: '500.50', orders: '9', units: '0', before: '0', balance: '70', covered: '10' }
    const question = { texts, plans: ['plus'] }
    const query = toQuery(THROUGH_THE_PAGE, question)
    expect(query).toBe('spend=500.50&orders=9&units=0&before=0&balance=70&covered=10&plan=plus')
    expect(fromQuery(`?${query}`, THROUGH_THE_PAGE)).toEqual({ question, faults: [] })
  })

  it('leaves what it does not name as it was, and ignores what is somebody else’s', () => {
    const { question, faults } = fromQuery('?orders=3&utm_source=mail', THROUGH_THE_PAGE)
    expect(question.texts).toMatchObject({ spend: '492', orders: '3' })
    expect(faults).toEqual([])
  })

  it.each([
    ['spend=abc', 'Spend in a year in the link: "abc" is not an amount. Write digits as in "12.50". Here it is 492.'],
    ['spend=-1', 'Spend in a year in the link: "-1" is not an amount.'],
    ['spend=1e3', '"1e3" is not an amount.'],
    ['spend=1.234', '"1.234" has 3 decimals, GBP has 2'],
    ['spend=', '"" is not an amount.'],
    ['orders=2.5', '"2.5" is not a whole number.'],
    ['orders=367', 'That is more than can be reckoned with here: at most 366.'],
    ['covered=101', 'at most 100.'],
    ['plan=gratis', 'The link names a plan "gratis", which this program does not have. It is left out.'],
  ])('with %s says what is wrong and goes on with what was there', (query, fault) => {
    const { question, faults } = fromQuery(`?${query}`, THROUGH_THE_PAGE)
    expect(faults).toEqual([expect.stringContaining(fault)])
    expect(question).toEqual(fromQuery('', THROUGH_THE_PAGE).question)
  })

  it('can always be answered, whatever is in it', () => {
    const names = fc.constantFrom('spend', 'orders', 'units', 'before', 'balance', 'covered', 'plan', '__proto__')
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string({ unit: 'binary' }))), (pairs) => {
        const query = pairs.map(([name, text]) => `${name}=${encodeURIComponent(text.toWellFormed())}`).join('&')
        const { question } = fromQuery(`?${query}`, THROUGH_THE_PAGE)
        expect(readQuestion(question, THROUGH_THE_PAGE)).toHaveProperty('intent')
      }),
    )
  })
})

describe('what is written into the fields', () => {
  const { question } = fromQuery('', THROUGH_THE_PAGE)

  it('becomes numbers: pence, counts, and no balance for one of nothing', () => {
    const read = readQuestion({ texts: { ...question.texts, spend: ' 12.5 ' }, plans: ['plus'] }, THROUGH_THE_PAGE)
    expect(read).toEqual({
      intent: { spendMinor: 1250, orders: 12, units: 0, beforeMinor: 0, balanceMinor: null, plans: ['plus'] },
      habits: { spendMinor: 1250, orders: 12, coveredPercent: 50 },
    })
  })

  it('is refused field by field, each with what to do', () => {
    const read = readQuestion({ texts: { ...question.texts, spend: '1,000', orders: '' }, plans: [] }, THROUGH_THE_PAGE)
    expect('faults' in read && [...read.faults]).toEqual([
      ['spend', '"1,000" is not an amount. Write digits as in "12.50".'],
      ['orders', '"" is not a whole number. Write digits as in "12".'],
    ])
  })
})
