import { describe, expect, test } from 'vitest'
import { MAX_AMOUNT_MINOR } from '#intake/limits.ts'
import { posted, sentEvent, sentPurchase } from '../http/sent.ts'
import { NOW } from '../ledger/fresh-ledger.ts'
import { freshIntake } from './fresh-intake.ts'

const at = (instant: number) => new Date(instant).toISOString()
const MINUTE = 60_000
const postedOne = posted(sentPurchase())

/** What is wrong, the event, where the fault is and its code. */
const FAULTY: readonly [string, unknown, string, string][] = [
  ['no event at all', 7, '', 'wrong_type'],
  ['nothing in the place of an event', null, '', 'wrong_type'],
  ['no specversion', { ...sentPurchase(), specversion: undefined }, '/specversion', 'missing'],
  ['another specversion', sentPurchase({ specversion: '0.3' }), '/specversion', 'wrong_value'],
  ['no id', { ...sentPurchase(), id: undefined }, '/id', 'missing'],
  ['an empty id', sentPurchase({ id: '' }), '/id', 'bad_id'],
  ['an id of 129 characters', sentPurchase({ id: 'x'.repeat(129) }), '/id', 'bad_id'],
  ['an id that is a number', sentPurchase({ id: 1001 }), '/id', 'wrong_type'],
  ['a control character in an id', sentPurchase({ id: 'a\nb' }), '/id', 'bad_id'],
  ['half a character in an id', sentPurchase({ id: 'a\ud800' }), '/id', 'bad_id'],
  ['an id that is not in NFC', sentPurchase({ id: 'Zoe\u0308' }), '/id', 'bad_id'],
  ['a subject that is null', sentPurchase({ subject: null }), '/subject', 'wrong_type'],
  ['a type that nobody knows', sentPurchase({ type: 'gift' }), '/type', 'wrong_value'],
  ['no type', { ...sentPurchase(), type: undefined }, '/type', 'wrong_value'],
  ['a type that is everybody’s ancestor', sentPurchase({ type: '__proto__' }), '/type', 'wrong_value'],
  ['an attribute of an extension', sentPurchase({ traceparent: '00-1-1-00' }), '/traceparent', 'unknown_field'],
  [
    'another content type of the data',
    sentPurchase({ datacontenttype: 'text/xml' }),
    '/datacontenttype',
    'wrong_value',
  ],
  ['no data', { ...sentPurchase(), data: undefined }, '/data', 'missing'],
  ['data that is a text', sentPurchase({ data: '59.90' }), '/data', 'wrong_type'],
  ['a tier that the shop would like to set', sentPurchase({}, { tier: 'gold' }), '/data/tier', 'unknown_field'],
  ['a day that does not exist', sentPurchase({ time: '2025-02-30T10:00:00Z' }), '/time', 'bad_time'],
  ['a time without offset', sentPurchase({ time: '2026-05-20T10:00:00' }), '/time', 'bad_time'],
  ['a time that is a number', sentPurchase({ time: 1_747_735_200 }), '/time', 'wrong_type'],
  ['a time finer than a millisecond', sentPurchase({ time: '2026-05-20T10:00:00.0001Z' }), '/time', 'bad_time'],
  ['a time before 1990', sentPurchase({ time: '1989-12-31T23:59:59Z' }), '/time', 'too_early'],
  ['a time more than 10 minutes ahead', sentPurchase({ time: at(NOW + 10 * MINUTE + 1) }), '/time', 'in_the_future'],
  ['an amount that is a number', sentPurchase({}, { amount: 59.9 }), '/data/amount', 'wrong_type'],
  ['an amount with an exponent', sentPurchase({}, { amount: '1e3' }), '/data/amount', 'bad_money'],
  ['an amount below zero', sentPurchase({}, { amount: '-1' }), '/data/amount', 'bad_money'],
  ['an amount in hexadecimal', sentPurchase({}, { amount: '0x10' }), '/data/amount', 'bad_money'],
  ['an amount that is not a number', sentPurchase({}, { amount: 'NaN' }), '/data/amount', 'bad_money'],
  ['an amount of half a penny', sentPurchase({}, { amount: '12.345' }), '/data/amount', 'bad_money'],
  ['an amount that is no double', sentPurchase({}, { amount: '90071992547409.93' }), '/data/amount', 'bad_money'],
  ['an amount above the limit', sentPurchase({}, { amount: '100000000000.00' }), '/data/amount', 'too_big'],
  ['no currency', { ...sentPurchase(), data: { amount: '1.00' } }, '/data/currency', 'missing'],
  ['another currency', sentPurchase({}, { currency: 'EUR' }), '/data/currency', 'wrong_currency'],
  ['half a unit', sentPurchase({}, { units: 1.5 }), '/data/units', 'wrong_type'],
  ['units below zero', sentPurchase({}, { units: -1 }), '/data/units', 'too_small'],
  ['a million units', sentPurchase({}, { units: 1_000_000 }), '/data/units', 'too_big'],
  ['21 categories', sentPurchase({}, { categories: Array(21).fill('a') }), '/data/categories', 'too_big'],
  ['a category that is no id', sentPurchase({}, { categories: ['a', ''] }), '/data/categories/1', 'bad_id'],
  ['a note of 501 characters', sentPurchase({}, { note: 'x'.repeat(501) }), '/data/note', 'bad_text'],
  ['a bell in a note', sentPurchase({}, { note: 'ding\u0007' }), '/data/note', 'bad_text'],
  [
    'a balance below zero',
    sentEvent('balance', 'b', { balance: '-5.00', currency: 'GBP' }),
    '/data/balance',
    'bad_money',
  ],
  [
    'a plan that ends before it begins',
    sentEvent('plan', 'p', { plan: 'plus', from: '2026-05-02T00:00:00Z', until: '2026-05-01T00:00:00Z' }),
    '/data/until',
    'ends_before_it_begins',
  ],
  [
    'a plan for ever',
    sentEvent('plan', 'p', { plan: 'plus', from: '2026-05-02T00:00:00Z', until: '9999-01-01T00:00:00Z' }),
    '/data/until',
    'too_late',
  ],
  ['an address that is none', sentEvent('enrolment', 'e', { email: 'anna' }), '/data/email', 'invalid'],
  ['a card number in a note', sentPurchase({}, { note: 'paid by 4111-1111 1111 1111' }), '/data/note', 'card_number'],
  ['a card number as an id', sentPurchase({ id: 'card 5500005555555559' }), '/id', 'card_number'],
]

describe('what cannot be stored is refused with a sentence, and nothing is stored', () => {
  test.each(FAULTY)('%s', async (_, event, pointer, code) => {
    const { send, ledger } = await freshIntake()
    const { status, body } = await send('/events', { ...postedOne, body: JSON.stringify(event) })
    expect(status).toBe(200)
    expect(body.results).toHaveLength(1)
    const [{ outcome, problem }] = body.results
    expect(outcome).toBe('rejected')
    expect(problem.errors).toContainEqual({ pointer, code, detail: expect.stringMatching(/\w .*\.$/) })
    expect(await ledger.history('m-1001')).toEqual([])
    expect((await ledger.refusals({ limit: 10, cursor: null })).items).toMatchObject([
      { outcome: 'rejected', sender: 'shop' },
    ])
  })

  test('every fault of an event is named at once', async () => {
    const { send } = await freshIntake()
    const { body } = await send('/events', posted(sentPurchase({ id: '', more: 1 }, { amount: 5, units: 'two' })))
    const pointers = body.results[0].problem.errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers.toSorted()).toEqual(['/data/amount', '/data/units', '/id', '/more'])
  })
})

describe('what lies just within the limits is stored', () => {
  test.each([
    ['128 characters beyond the first plane', sentPurchase({ id: '😀'.repeat(128) })],
    ['a name that only looks like a key of ours', sentPurchase({ id: '"],["', source: '#' })],
    ['the highest amount', sentPurchase({}, { amount: String(MAX_AMOUNT_MINOR).replace(/(..)$/, '.$1') })],
    ['an amount of nothing', sentPurchase({}, { amount: '0', units: 0 })],
    ['a time ten minutes ahead', sentPurchase({ time: at(NOW + 10 * MINUTE) })],
    ['the first instant of 1990', sentPurchase({ time: '1990-01-01T00:00:00Z' })],
    ['a plan that never ran', sentEvent('plan', 'p', { plan: 'plus', from: at(NOW), until: at(NOW) })],
    ['the number of an order that is no card', sentPurchase({ id: '5678901234564' })],
  ])('%s', async (_, event) => {
    const { send } = await freshIntake()
    const { body } = await send('/events', posted(event))
    expect(body.results).toMatchObject([{ outcome: 'recorded' }])
  })
})
