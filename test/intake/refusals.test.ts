import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { describe, expect, test } from 'vitest'
import { Busy } from '#ledger/ledger.ts'
import { as } from '../http/roles.ts'
import { posted, sentEvent, sentPurchase } from '../http/sent.ts'
import { freshIntake } from './fresh-intake.ts'

const ops = { headers: as('ops') }
const replay = (body?: unknown): RequestInit => (body === undefined ? { method: 'POST', ...ops } : posted(body, 'ops'))

describe('operations see what was refused', () => {
  test('newest first, page by page, with the event as it came', async () => {
    const { send } = await freshIntake()
    for (const id of ['o-1', 'o-2', 'o-3']) await send('/events', posted(sentPurchase({ id }, { amount: '-1' })))
    const first = await send('/refusals?limit=2', ops)
    expect(first.body.items).toHaveLength(2)
    expect(first.body.items[0]).toMatchObject({
      ...{ outcome: 'rejected', sender: 'shop', code: 'bad_money', at: '2026-06-15T12:00:00Z', withheld: [] },
      event: { source: 'shop-1', type: 'purchase', data: { amount: '-1', categories: ['suits'] } },
    })
    const second = await send(`/refusals?limit=2&cursor=${first.body.nextCursor}`, ops)
    expect(second.body).toMatchObject({ items: [{ outcome: 'rejected' }], nextCursor: null })
    const ids = [...first.body.items, ...second.body.items].map(({ event }) => event.id)
    expect(ids.toSorted()).toEqual(['o-1', 'o-2', 'o-3'])
  })

  test.each([
    ['limit=0', '/query/limit'],
    ['limit=101', '/query/limit'],
    ['limit=1e1', '/query/limit'],
    ['limit=5&limit=6', '/query/limit'],
    ['cursor=%00', '/query/cursor'],
    ['offset=5', '/query/offset'],
  ])('but not by %s', async (query, pointer) => {
    const { send } = await freshIntake()
    expect(await send(`/refusals?${query}`, ops)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } })
  })

  test('and nothing that must not be stored', async () => {
    const { send, client, table } = await freshIntake()
    const card = '4111 1111 1111 1111'
    await send('/events', posted(sentPurchase({ id: 'o-1' }, { note: `card ${card}` })))
    await send('/events', posted(sentPurchase({ id: 'o-2', [`x${card}`]: card }, { amount: '4111111111111111' })))
    await send('/events', posted(sentPurchase({ id: 'o-3', customer: { email: 'anna@fairweather.example' } })))
    await send(
      '/events',
      posted(sentEvent('enrolment', 'o-4', { email: 'anna@fairweather.example', name: 'Anna', more: 1 })),
    )
    const { body } = await send('/refusals', ops)
    expect(
      Object.fromEntries(body.items.map(({ event, withheld }: never) => [(event as { id: string }).id, withheld])),
    ).toEqual({
      'o-1': ['/data/note'],
      'o-2': ['/…', '/data/amount'],
      'o-3': ['/customer'],
      'o-4': ['/data/email', '/data/name', '/data/more'],
    })
    const stored = JSON.stringify(await client.send(new ScanCommand({ TableName: table })))
    expect(stored).not.toMatch(/4111|anna|Anna/)
  })

  test('and of a monster only what helps', async () => {
    const { send } = await freshIntake()
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    const names = [...letters].flatMap((one) =>
      [...letters].flatMap((two) => [...letters].map((three) => one + two + three)),
    )
    const categories = Array(5000).fill('\u0000'.repeat(20))
    const monster = { ...sentPurchase({}, { categories }), ...Object.fromEntries(names.map((name) => [name, 1])) }
    const { body } = await send('/events', posted(monster))
    expect(body.results[0].problem.errors).toHaveLength(20)
    expect(body.results[0].problem.detail).toMatch(/\(\d+ more, the first 20 of all under "errors"\.\)$/)
    const [refusal] = (await send('/refusals', ops)).body.items
    expect(refusal).toMatchObject({ event: { id: 'order-1001', data: { amount: '59.90' } } })
    expect(refusal.withheld.length).toBeLessThan(25)
    expect(refusal.withheld).toContain('/…')
  })

  test('a shop whose refused event could not be kept either is told to send it again', async () => {
    const refuse = async () => {
      throw new Busy('The database is busy.')
    }
    const { send } = await freshIntake({ refuse })
    const { status, body } = await send('/events', posted([sentPurchase({ id: '' }), sentPurchase()]))
    expect(status).toBe(503)
    expect(body.results).toMatchObject([{ outcome: 'retry' }, { outcome: 'recorded' }])
  })
})

describe('operations replay what was refused', () => {
  test('mended, and it is recorded', async () => {
    const { send, ledger } = await freshIntake()
    await send('/events', posted(sentPurchase({}, { amount: '-1' })))
    const { id } = (await send('/refusals', ops)).body.items[0]
    const { status, body } = await send(`/refusals/${id}/replay`, replay(sentPurchase({}, { amount: '1.00' })))
    expect({ status, body }).toEqual({ status: 200, body: { source: 'shop-1', id: 'order-1001', outcome: 'recorded' } })
    expect((await ledger.member('m-1001'))?.sums.months).toMatchObject([{ netMinor: 100 }])
  })

  test('as it came, and it is refused as before', async () => {
    const { send } = await freshIntake()
    await send('/events', posted(sentPurchase({}, { amount: '-1' })))
    const { id } = (await send('/refusals', ops)).body.items[0]
    const { body } = await send(`/refusals/${id}/replay`, replay())
    expect(body).toMatchObject({ outcome: 'rejected', problem: { code: 'bad_money' } })
  })

  test('but not as it came when parts of it were not kept', async () => {
    const { send } = await freshIntake()
    await send('/events', posted(sentPurchase({ customer: 'Anna' })))
    const { id } = (await send('/refusals', ops)).body.items[0]
    const { status, body } = await send(`/refusals/${id}/replay`, replay())
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'not_kept' })
    expect(body.detail).toContain('/customer')
  })

  test.each(['nothing', '%00', '__proto__', 'x'.repeat(128)])('but not one that does not exist: %s', async (id) => {
    const { send } = await freshIntake()
    const { status, body } = await send(`/refusals/${id}/replay`, replay())
    expect([400, 404]).toContain(status)
    expect(body.detail).toMatch(/\.$/)
  })
})
