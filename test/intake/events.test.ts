import { describe, expect, test } from 'vitest'
import { emailHash } from '#http/email-hash.ts'
import { posted, sentEvent, sentPurchase } from '../http/sent.ts'
import { EMAIL_KEY, freshIntake } from './fresh-intake.ts'

describe('a shop sends what happened', () => {
  test('a purchase is recorded as it was sent', async () => {
    const { send, ledger } = await freshIntake()
    const { status, body } = await send('/events', posted(sentPurchase({}, { note: 'By the window' })))
    expect(status).toBe(200)
    expect(body).toEqual({ results: [{ source: 'shop-1', id: 'order-1001', outcome: 'recorded' }] })
    const [entry] = await ledger.history('m-1001')
    expect(entry).toMatchObject({
      ...{ type: 'purchase', amountMinor: 5990, units: 3, categories: ['suits'], note: 'By the window' },
      ...{ time: Date.UTC(2026, 4, 20, 10), source: 'shop-1', id: 'order-1001', subject: 'm-1001' },
    })
  })

  test('a purchase without units is one unit, a refund without units takes none', async () => {
    const { send, ledger } = await freshIntake()
    const bought = sentPurchase({ data: { amount: '10', currency: 'GBP' } })
    await send(
      '/events',
      posted([bought, sentEvent('refund', 'r-1', { purchase: 'order-1001', amount: '4', currency: 'GBP' })]),
    )
    const record = await ledger.member('m-1001')
    expect(record?.sums.months).toEqual([{ month: 24316, netMinor: 600, looseRefundsMinor: 0, orders: 1, units: 1 }])
  })

  test('a batch of every type is answered in order', async () => {
    const { send, ledger } = await freshIntake()
    const { body } = await send(
      '/events',
      posted([
        sentEvent('refund', 'r-1', { purchase: 'order-1001', amount: '9.90', currency: 'GBP', units: 1 }),
        sentPurchase(),
        sentEvent('balance', 'b-1', { balance: '1200.00', currency: 'GBP', account: 'savings' }),
        sentEvent('plan', 'p-1', {
          plan: 'plus',
          from: '2026-05-01T00:00:00+01:00',
          until: '2027-05-01T00:00:00+01:00',
        }),
        sentEvent('enrolment', 'e-1', { email: ' Anna@Fairweather.example ', name: 'Anna' }),
        sentEvent('enrolment', 'e-2', undefined),
        sentPurchase(),
      ]),
    )
    const outcomes = body.results.map(({ id, outcome }: { id: string; outcome: string }) => `${id} ${outcome}`)
    expect(outcomes.slice(0, 4)).toEqual(['r-1 recorded', 'order-1001 recorded', 'b-1 recorded', 'p-1 recorded'])
    expect(outcomes.slice(4)).toEqual(['e-1 rejected', 'e-2 recorded', 'order-1001 duplicate'])
    expect((await ledger.member('m-1001'))?.entries).toBe(5)
  })

  test('the address of an enrolment is kept as a keyed hash alone', async () => {
    const { send, ledger } = await freshIntake()
    await send('/events', posted(sentEvent('enrolment', 'e-1', { email: 'Anna@Fairweather.example', name: 'Anna' })))
    expect(await ledger.memberByEmail(emailHash('anna@fairweather.example', EMAIL_KEY))).toBe('m-1001')
    expect(JSON.stringify(await ledger.history('m-1001'))).not.toMatch(/fairweather/i)
  })

  test('the same purchase again changes nothing, also with its amount and time written otherwise', async () => {
    const { send, ledger } = await freshIntake()
    await send('/events', posted(sentPurchase()))
    const again = sentPurchase({ time: '2026-05-20T12:00:00.000+02:00' }, { amount: '59.9' })
    const { body } = await send('/events', posted(again))
    expect(body.results[0].outcome).toBe('duplicate')
    expect((await ledger.member('m-1001'))?.entries).toBe(1)
  })

  test('other content under the same id is a conflict, and the first word stands', async () => {
    const { send, ledger } = await freshIntake()
    await send('/events', posted(sentPurchase()))
    const { status, body } = await send('/events', posted(sentPurchase({}, { amount: '60.00' })))
    expect(status).toBe(200)
    expect(body.results[0]).toMatchObject({ outcome: 'conflict', problem: { status: 409, code: 'conflict' } })
    expect((await ledger.history('m-1001')).map((entry) => 'amountMinor' in entry && entry.amountMinor)).toEqual([5990])
  })

  test('500 events come in at once, 501 do not', async () => {
    const { send, ledger } = await freshIntake()
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => sentPurchase({ id: `o-${index}`, subject: `m-${index % 50}` }))
    const tooMany = await send('/events', posted(many(501)))
    expect(tooMany).toMatchObject({ status: 400, body: { code: 'not_a_batch' } })
    expect(await ledger.member('m-1')).toBeUndefined()
    const { body } = await send('/events', posted(many(500)))
    expect(new Set(body.results.map(({ outcome }: { outcome: string }) => outcome))).toEqual(new Set(['recorded']))
  })

  test.each([
    ['an empty batch', posted([]), 'not_a_batch'],
    ['one event sent as a batch', { ...posted([]), body: JSON.stringify(sentPurchase()) }, 'not_a_batch'],
    ['a batch sent as one event', { ...posted({}), body: JSON.stringify([sentPurchase()]) }, 'not_one_event'],
  ])('%s is refused whole, and the answer says how to send it', async (_, request, code) => {
    const { send, ledger } = await freshIntake()
    expect(await send('/events', request)).toMatchObject({ status: 400, body: { code } })
    expect(await ledger.member('m-1001')).toBeUndefined()
  })

  test('without a program nothing can count, and the shop is told so', async () => {
    const { send } = await freshIntake({ program: async () => ({ published: [], rules: [] }) })
    expect(await send('/events', posted(sentPurchase()))).toMatchObject({ status: 409, body: { code: 'no_program' } })
  })

  test('one bad event of a batch does not stop its neighbours', async () => {
    const { send, ledger } = await freshIntake()
    const text = `[${JSON.stringify(sentPurchase())},{"id":"x","id":"y"},${JSON.stringify(sentPurchase({ id: 'order-1002' }))}]`
    const { status, body } = await send('/events', { ...posted([]), body: text })
    expect(status).toBe(200)
    expect(body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'recorded',
      'rejected',
      'recorded',
    ])
    expect(body.results[1].problem.errors).toMatchObject([{ pointer: '/id', code: 'duplicate_name' }])
    expect((await ledger.member('m-1001'))?.entries).toBe(2)
  })
})

describe('a shop is told to send again', () => {
  test('when the database was too busy: 503, with what became of each', async () => {
    const { send } = await freshIntake({
      record: async (events) => events.map((_, index) => (index ? 'retry' : 'recorded')),
    })
    const { status, headers, body } = await send(
      '/events',
      posted([sentPurchase(), sentPurchase({ id: 'order-1002' })]),
    )
    expect(status).toBe(503)
    expect(headers.get('retry-after')).toBe('2')
    expect(body).toMatchObject({
      code: 'busy',
      results: [{ outcome: 'recorded' }, { id: 'order-1002', outcome: 'retry' }],
    })
  })
})
