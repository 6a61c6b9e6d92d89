import { describe, expect, test } from 'vitest'
import { Busy } from '#ledger/ledger.ts'
import { purchase } from '../ledger/events.ts'
import { NOW } from '../ledger/fresh-ledger.ts'
import { freshDesk, till, using } from './fresh-desk.ts'

const DAY = 86_400_000
const perkOf = (body: { perks: { perk: string }[] }, perk: string) => body.perks.find((one) => one.perk === perk)
const SILVER = purchase('o-1', { amountMinor: 31_240 })

describe('a till asks what a member gets', () => {
  test('and every perk of the program is answered, held or not, with what would change it', async () => {
    const { ledger, send } = await freshDesk()
    await ledger.record([SILVER])
    const { status, headers, body } = await send('/members/m-1/perks', till)
    expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(body).toMatchObject({ member: 'm-1', edition: 2, currency: 'GBP', tier: { id: 'silver', rank: 1 } })
    expect(body.perks).toHaveLength(7)
    expect(perkOf(body, 'lounge')).toEqual({
      ...{ perk: 'lounge', name: 'Lounge entry', kind: 'access', worth: '18.00' },
      ...{ entitled: true, reason: null, missing: null, words: '2 a year' },
      terms: { limit: { count: 2, per: 'year' } },
      ...{ used: 0, left: 2, resetsOn: '2027-01-01' },
    })
    expect(perkOf(body, 'alterations')).toMatchObject({
      ...{ entitled: false, reason: 'tier_too_low', missing: 'from Gold on', terms: null, left: null },
    })
  })

  test('with a basket, and its amount and categories decide', async () => {
    const { ledger, send } = await freshDesk()
    await ledger.record([purchase('o-1', { amountMinor: 131_240 })])
    const ask = async (query: string) => (await send(`/members/m-1/perks?${query}`, till)).body
    const shirts = await ask('amount=29.99&categories=socks,shirts')
    expect(perkOf(shirts, 'alterations')).toMatchObject({ entitled: true })
    expect(perkOf(shirts, 'birthday-voucher')).toMatchObject({
      ...{ entitled: false, reason: 'basket_too_small', missing: '£0.01 more' },
    })
    const socks = await ask('amount=30.00&categories=socks')
    expect(perkOf(socks, 'birthday-voucher')).toMatchObject({ entitled: true })
    expect(perkOf(socks, 'alterations')).toMatchObject({
      ...{ reason: 'category_not_covered', missing: 'only with suits, shirts or dresses' },
    })
    expect(perkOf(await ask('amount=30.00&categories='), 'alterations')).toMatchObject({ entitled: false })
    expect(perkOf(await ask(''), 'alterations')).toMatchObject({ entitled: true })
  })

  test('as it was before a use, after it, and in a year', async () => {
    const { ledger, clock, send } = await freshDesk()
    await ledger.record([SILVER])
    await send('/members/m-1/perks/lounge/redemptions', using('k-1'))
    clock.now += DAY
    const left = async (asOf: number) => {
      const { body } = await send(`/members/m-1/perks?asOf=${new Date(asOf).toISOString()}`, till)
      return perkOf(body, 'lounge')
    }
    expect(await left(NOW - 1)).toMatchObject({ used: 0, left: 2 })
    expect(await left(NOW)).toMatchObject({ used: 1, left: 1 })
    expect(await left(clock.now)).toMatchObject({ used: 1, left: 1 })
    expect(await left(Date.UTC(2027, 0, 1))).toMatchObject({ used: 0, left: 2, resetsOn: '2028-01-01' })
  })

  test('as it was before a use was taken back, and after', async () => {
    const { ledger, clock, send } = await freshDesk()
    await ledger.record([SILVER])
    const { body } = await send('/members/m-1/perks/lounge/redemptions', using('k-1'))
    clock.now += DAY
    await send(`/redemptions/${body.redemption}/reversal`, { method: 'POST', ...till })
    clock.now += DAY
    const used = async (asOf: number) => {
      const answer = await send(`/members/m-1/perks?asOf=${new Date(asOf).toISOString()}`, till)
      return perkOf(answer.body, 'lounge')
    }
    expect(await used(NOW + DAY - 1)).toMatchObject({ used: 1 })
    expect(await used(NOW + DAY)).toMatchObject({ used: 0 })
    expect(await used(clock.now)).toMatchObject({ used: 0 })
  })

  test('of a member nobody knows, or whom nobody knew yet, and it is not there', async () => {
    const { ledger, send } = await freshDesk()
    expect(await send('/members/m-1/perks', till)).toMatchObject({ status: 404, body: { code: 'unknown_member' } })
    await ledger.record([SILVER])
    await ledger.signOut('m-2', NOW)
    expect(await send('/members/m-2/perks', till)).toMatchObject({ status: 404, body: { code: 'unknown_member' } })
    const before = new Date(SILVER.time - 1).toISOString()
    expect(await send(`/members/m-1/perks?asOf=${before}`, till)).toMatchObject({ status: 404 })
  })

  test('while the index of uses lags, and is told to ask again', async () => {
    const redemptions = async () => {
      throw new Busy('The index has not caught up.')
    }
    const { ledger, send } = await freshDesk({ redemptions })
    await ledger.record([SILVER])
    const { status, headers } = await send(`/members/m-1/perks?asOf=${new Date(NOW - 1).toISOString()}`, till)
    expect([status, headers.get('retry-after')]).toEqual([503, '2'])
  })
})

describe('a question that makes no sense is refused with its place', () => {
  test.each([
    ['amount=-1', 422, '/query/amount', 'bad_money'],
    ['amount=1e3', 422, '/query/amount', 'bad_money'],
    ['amount=0x10', 422, '/query/amount', 'bad_money'],
    ['amount=NaN', 422, '/query/amount', 'bad_money'],
    ['amount=', 422, '/query/amount', 'bad_money'],
    ['amount=12.345', 422, '/query/amount', 'bad_money'],
    ['amount=9007199254740993', 422, '/query/amount', 'bad_money'],
    ['amount=100000000000.00', 422, '/query/amount', 'too_big'],
    ['amount=1.00&amount=2.00', 400, '/query/amount', 'duplicate_name'],
    ['categories=suits', 422, '/query/amount', 'missing'],
    ['amount=1.00&categories=suits,,shirts', 400, '/query/categories/1', 'bad_id'],
    ['amount=1.00&categories=suits&categories=shirts', 400, '/query/categories', 'duplicate_name'],
    [`amount=1.00&categories=${'x,'.repeat(20)}x`, 400, '/query/categories', 'too_big'],
    ['amount=1.00&currency=EUR', 400, '/query/currency', 'unknown_field'],
    ['asOf=yesterday', 400, '/query/asOf', 'bad_time'],
    ['asOf=1066-10-14T09:00:00Z', 422, '/query/asOf', 'out_of_range'],
    ['asOf=2100-01-01T00:00:00Z', 422, '/query/asOf', 'out_of_range'],
  ])('?%s', async (query, status, pointer, code) => {
    const { send } = await freshDesk()
    expect(await send(`/members/m-1/perks?${query}`, till)).toMatchObject({
      status,
      body: { errors: [{ pointer, code }] },
    })
  })

  test('and so is any before there is a program', async () => {
    const { send } = await freshDesk({ program: async () => ({ published: [], rules: [] }) })
    expect(await send('/members/m-1/perks', till)).toMatchObject({ status: 409, body: { code: 'no_program' } })
  })
})
