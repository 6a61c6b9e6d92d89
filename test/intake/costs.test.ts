import { describe, expect, test } from 'vitest'
import { Busy } from '#ledger/ledger.ts'
import { parseMonth } from '#program/month.ts'
import { as } from '../http/roles.ts'
import { posted, sentPurchase } from '../http/sent.ts'
import { asks } from '../ledger/perk-shop.ts'
import { freshIntake } from './fresh-intake.ts'

/** A carrier's charge as it is sent: an event without a subject. */
const sentCost = (id: string, data: object) => ({
  ...{ specversion: '1.0', source: 'parcel-line', id, type: 'cost', time: '2026-06-10T10:00:00Z' },
  data: { amount: '3.45', currency: 'GBP', ...data },
})

/** An intake whose member has used free delivery for the order o-1. */
async function intakeAfterUse() {
  const intake = await freshIntake()
  await intake.send('/events', posted(sentPurchase()))
  const basket = { amountMinor: 6_000, categories: [], order: 'o-1' }
  const used = await intake.ledger.redeem(asks('a', { member: 'm-1001', perk: 'free-delivery', basket }))
  if (used.kind !== 'granted') throw new Error(used.kind)
  return { ...intake, use: used.redemption.id }
}

const outcomes = ({ body }: { body: { results: { outcome: string }[] } }) => body.results.map(({ outcome }) => outcome)

describe('a supplier’s charge comes as an event', () => {
  test('and is matched to its use by the order', async () => {
    const { send, books, use } = await intakeAfterUse()
    const answer = await send('/events', posted(sentCost('inv-1/1', { order: 'o-1', perk: 'free-delivery' })))
    expect(answer).toMatchObject({
      ...{ status: 200, body: { results: [{ source: 'parcel-line', id: 'inv-1/1', outcome: 'recorded' }] } },
    })
    expect((await books.costEntriesOf(use)).map(({ costMinor }) => costMinor)).toEqual([320, 25])
  })

  test('or by the redemption, beside a purchase in one batch, answered in order', async () => {
    const { send, use } = await intakeAfterUse()
    const batch = [
      sentCost('inv-1/1', { redemption: use, note: 'to Leeds' }),
      sentPurchase({ id: 'order-2' }),
      sentCost('inv-1/1', { redemption: use, note: 'to Leeds' }),
      sentCost('inv-1/1', { redemption: use, note: 'to York' }),
      sentCost('inv-1/2', { order: 'o-9' }),
    ]
    expect(outcomes(await send('/events', posted(batch)))).toEqual([
      ...['recorded', 'recorded', 'duplicate', 'conflict', 'recorded'],
    ])
  })

  test('and without a use it is kept, for finance to see, and matched when it comes again', async () => {
    const { send, books, use } = await intakeAfterUse()
    const early = sentCost('inv-1/1', { order: 'o-2' })
    expect(outcomes(await send('/events', posted([early])))).toEqual(['recorded'])
    expect(outcomes(await send('/events', posted([early])))).toEqual(['duplicate'])
    const { items } = await books.actuals({ limit: 5, cursor: null, isMatched: false })
    expect(items).toMatchObject([{ id: 'inv-1/1', reason: 'no_use_of_order' }])
    expect((await books.costEntriesOf(use)).length).toBe(1)
  })

  test.each([
    ['nothing that it is for', {}, '/data', 'no_reference'],
    ['an amount of nothing', { order: 'o-1', amount: '0.00' }, '/data/amount', 'nothing_charged'],
    ['an amount below zero', { order: 'o-1', amount: '-3.45' }, '/data/amount', 'bad_money'],
    ['an amount beyond all invoices', { order: 'o-1', amount: '100000000.00' }, '/data/amount', 'too_big'],
    ['another currency', { order: 'o-1', currency: 'EUR' }, '/data/currency', 'wrong_currency'],
    ['the use’s own cost', { order: 'o-1', trueUp: '0.25' }, '/data/trueUp', 'unknown_field'],
    ['a card number', { order: '4111111111111111' }, '/data/order', 'card_number'],
    ['an id that is none', { redemption: '' }, '/data/redemption', 'bad_id'],
  ])('but not with %s', async (_, data, pointer, code) => {
    const { send, books } = await intakeAfterUse()
    const { body } = await send('/events', posted(sentCost('inv-1/1', data)))
    expect(body.results[0]).toMatchObject({ outcome: 'rejected', problem: { errors: [{ pointer, code }] } })
    expect((await books.actuals({ limit: 5, cursor: null })).items).toEqual([])
  })

  test('but not from tomorrow, nor about a member', async () => {
    const { send } = await intakeAfterUse()
    const tomorrow = { ...sentCost('inv-1/1', { order: 'o-1' }), time: '2026-06-16T12:00:00Z' }
    const about = { ...sentCost('inv-1/1', { order: 'o-1' }), subject: 'm-1001' }
    const { body } = await send('/events', posted([tomorrow, about]))
    const codes = body.results.map(({ problem }: { problem: { code: string } }) => problem.code)
    expect(codes).toEqual(['in_the_future', 'unknown_field'])
  })
})

test('a charge that was refused is kept as it came, and can be mended and replayed', async () => {
  const { send, books, use } = await intakeAfterUse()
  const bad = sentCost('inv-1/1', { redemption: use, perk: 'free-delivery', amount: '3,45' })
  await send('/events', posted(bad))
  const { body } = await send('/refusals', { headers: as('ops') })
  expect(body.items).toMatchObject([{ code: 'bad_money', event: bad, withheld: [] }])
  const mended = posted(sentCost('inv-1/1', { redemption: use }), 'ops')
  const replayed = await send(`/refusals/${body.items[0].id}/replay`, mended)
  expect(replayed).toMatchObject({ status: 200, body: { outcome: 'recorded' } })
  const totals = await books.costTotals({ from: parseMonth('2026-06'), to: parseMonth('2026-06') })
  expect(totals.map(({ trueUpMinor }) => trueUpMinor)).toEqual([25])
})

test('when the books are busy a charge is to be sent again', async () => {
  const { send } = await freshIntake({}, { recordActuals: async (actuals) => actuals.map(() => ({ kind: 'retry' })) })
  const answer = await send('/events', posted(sentCost('inv-1/1', { order: 'o-1' })))
  expect(answer).toMatchObject({ status: 503, body: { results: [{ outcome: 'retry' }] } })
})

test('nothing is taken while nothing can be looked up', async () => {
  const busy = async () => {
    throw new Busy('The database is busy.')
  }
  const { send } = await freshIntake({ program: busy })
  expect((await send('/events', posted(sentCost('inv-1/1', { order: 'o-1' })))).status).toBe(503)
})
