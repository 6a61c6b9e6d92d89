import { describe, expect, test } from 'vitest'
import { Busy } from '#ledger/ledger.ts'
import { enrolment, purchase, refund } from '../ledger/events.ts'
import { NOW } from '../ledger/fresh-ledger.ts'
import { freshDesk, till } from './fresh-desk.ts'

const HOUR = 3_600_000

/** How a member's tier is asked for by address. */
const tierBy =
  (send: Awaited<ReturnType<typeof freshDesk>>['send']) =>
  async (query = '') =>
    (await send(`/members/m-1/standing${query}`, till)).body.tier?.id

const at = (instant: number) => `?asOf=${new Date(instant).toISOString()}`

describe('a till asks for a standing', () => {
  test('and gets the tier with all that leads to it and on from it', async () => {
    const { ledger, send } = await freshDesk()
    await ledger.record([purchase('o-1', { amountMinor: 31_240 })])
    const { status, headers, body } = await send('/members/m-1/standing', till)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(body).toMatchObject({
      ...{ member: 'm-1', asOf: '2026-06-15T12:00:00.000Z', edition: 2, currency: 'GBP' },
      tier: { id: 'silver', rank: 1, since: '2026-05' },
      why: { month: '2026-05', row: [{ measure: 'spend', have: '312.40', need: '250.00' }] },
    })
    expect(body.progress[0].rows[0]).toEqual({
      percent: 31,
      measures: [{ measure: 'spend', have: '312.40', need: '1000.00', left: '687.60' }],
    })
  })

  test('of a member nobody knows, and it is not there', async () => {
    const { send } = await freshDesk()
    expect(await send('/members/m-2/standing', till)).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })

  test('as it was before a purchase, and after it', async () => {
    const { ledger, send } = await freshDesk()
    const tier = tierBy(send)
    const { time } = purchase('o-2')
    await ledger.record([enrolment('e-1', { time: time - HOUR }), purchase('o-2', { amountMinor: 30_000 })])
    expect(await tier(at(time - 1))).toBe('member')
    expect(await tier(at(time))).toBe('silver')
  })

  test('as of before the member was known, and it is not there', async () => {
    const { ledger, send } = await freshDesk()
    await ledger.record([purchase('o-1')])
    const { status } = await send(`/members/m-1/standing${at(purchase('o-1').time - 1)}`, till)
    expect(status).toBe(404)
  })

  test('as it was known before a refund arrived, and as it is known now', async () => {
    const { ledger, clock, send } = await freshDesk()
    const tier = tierBy(send)
    await ledger.record([purchase('o-1', { amountMinor: 30_000 })])
    clock.now += HOUR
    await ledger.record([refund('r-1', 'o-1', { amountMinor: 10_000, time: NOW - HOUR })])
    expect(await tier()).toBe('member')
    expect(await tier(`?knownAt=${new Date(NOW).toISOString()}`)).toBe('silver')
    expect((await send(`/members/m-1/standing?knownAt=${new Date(NOW - 1).toISOString()}`, till)).status).toBe(404)
  })

  test('before an event that was dated ahead, and the event does not count yet', async () => {
    const { ledger, send } = await freshDesk()
    const tier = tierBy(send)
    const ahead = NOW + 9 * 60_000
    await ledger.record([enrolment('e-1'), purchase('o-1', { amountMinor: 30_000, time: ahead })])
    expect(await tier()).toBe('member')
    expect(await tier(at(ahead - 1))).toBe('member')
    expect(await tier(at(ahead))).toBe('silver')
  })

  test('in ten years, when nothing is left of it', async () => {
    const { ledger, send } = await freshDesk()
    const tier = tierBy(send)
    await ledger.record([purchase('o-1', { amountMinor: 300_000 })])
    expect(await tier('?asOf=2036-06-01T00:00:00%2B01:00')).toBe('member')
  })

  test('while the index lags, and is told to ask again', async () => {
    const history = async () => {
      throw new Busy('The index has not caught up.')
    }
    const { ledger, send } = await freshDesk({ history })
    await ledger.record([purchase('o-1')])
    expect(await send(`/members/m-1/standing${at(NOW - 1)}`, till)).toMatchObject({
      status: 503,
      body: { code: 'busy' },
    })
  })
})

describe('a question that makes no sense is refused with its place', () => {
  test.each([
    ['m-1/standing?asOf=yesterday', 400, '/query/asOf'],
    ['m-1/standing?asOf=2026-02-30T00:00:00Z', 400, '/query/asOf'],
    ['m-1/standing?asOf=1066-10-14T09:00:00Z', 422, '/query/asOf'],
    ['m-1/standing?asOf=2100-01-01T00:00:00Z', 422, '/query/asOf'],
    ['m-1/standing?knownAt=', 400, '/query/knownAt'],
    ['m-1/standing?asof=2026-05-20T10:00:00Z', 400, '/query/asof'],
    ['Zoe%CC%88/standing', 400, '/path/id'],
    ['%00/standing', 400, '/path/id'],
    [`${'x'.repeat(129)}/standing`, 400, '/path/id'],
  ])('%s', async (path, status, pointer) => {
    const { send } = await freshDesk()
    expect(await send(`/members/${path}`, till)).toMatchObject({ status, body: { errors: [{ pointer }] } })
  })

  test('and so is any before there is a program', async () => {
    const { send } = await freshDesk({ program: async () => ({ published: [], rules: [] }) })
    expect(await send('/members/m-1/standing', till)).toMatchObject({ status: 409, body: { code: 'no_program' } })
  })
})
