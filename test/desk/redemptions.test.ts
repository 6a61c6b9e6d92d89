import { describe, expect, test } from 'vitest'
import { demoEditions } from '#local/demo-program.ts'
import { purchase } from '../ledger/events.ts'
import { freshDesk, LOUNGE, silverDesk, till, using } from './fresh-desk.ts'

const DELIVERY = '/members/m-1/perks/free-delivery/redemptions'
const basket = (amount: string, rest: object = {}) => ({ basket: { amount, currency: 'GBP', ...rest } })

describe('a till uses a perk', () => {
  test('and is told by which tier and edition, what it was worth, and what is left', async () => {
    const { send } = await silverDesk()
    const { status, body } = await send(LOUNGE, using('k-1'))
    expect(status).toBe(201)
    expect(body).toEqual({
      redemption: expect.stringMatching(/^r-[0-9a-f]{32}$/),
      ...{ perk: 'lounge', tier: 'silver', edition: 2, at: '2026-06-15T12:00:00.000Z' },
      ...{ worth: '18.00', currency: 'GBP', left: 1 },
    })
  })

  test('again with the same key, and gets the very same answer without a second use', async () => {
    const { clock, send } = await silverDesk()
    const first = await send(LOUNGE, using('k-1', { note: 'table 4' }))
    clock.now += 400 * 86_400_000
    const again = await send(LOUNGE, using('k-1', { note: 'table 4' }))
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body).toEqual(first.body)
  })

  test('with a key that another till uses too, and the two do not meet', async () => {
    const { send } = await silverDesk()
    const [one, other] = [await send(LOUNGE, using('k-1')), await send(LOUNGE, using('k-1', undefined, 'everything'))]
    expect([one.status, other.status]).toEqual([201, 201])
    expect(other.body.redemption).not.toBe(one.body.redemption)
    expect(other.body.left).toBe(0)
  })

  test('with a key of another request, and is refused while the first answer stands', async () => {
    const { send } = await silverDesk()
    await send(LOUNGE, using('k-1'))
    for (const [path, body] of [
      [LOUNGE, { note: 'another' }],
      [DELIVERY, basket('30.00')],
    ] as const) {
      expect(await send(path, using('k-1', body))).toMatchObject({ status: 422, body: { code: 'key_reused' } })
    }
    expect((await send(LOUNGE, using('k-1'))).status).toBe(200)
  })

  test('on a basket, at exactly what it needs', async () => {
    const { send } = await silverDesk()
    expect(await send(DELIVERY, using('k-1', basket('25.00')))).toMatchObject({ status: 201, body: { left: null } })
  })

  test('while the database is too busy, and is told to send the same again', async () => {
    const { send } = await silverDesk({ redeem: async () => ({ kind: 'retry' }) })
    const { status, headers, body } = await send(LOUNGE, using('k-1'))
    expect([status, headers.get('retry-after'), body.code]).toEqual([503, '2', 'busy'])
  })
})

describe('a use that is not granted says why, and what would change it', () => {
  test.each([
    ['alterations', undefined, 'tier_too_low', 'Alterations is there from Gold on.', { missing: 'from Gold on' }],
    [
      ...(['free-delivery', basket('13.00'), 'basket_too_small'] as const),
      ...(['Free delivery needs £12 more in the basket.', { short: '12.00', missing: '£12 more' }] as const),
    ],
    ['free-delivery', undefined, 'basket_too_small', 'Free delivery needs £25 more in the basket.', {}],
  ])('%s: %#', async (perk, sent, code, detail, rest) => {
    const { send } = await silverDesk()
    const { status, body } = await send(`/members/m-1/perks/${perk}/redemptions`, using('k-1', sent))
    expect(status).toBe(409)
    expect(body).toMatchObject({ code, detail, perk, tier: 'silver', edition: 2, ...rest })
  })

  test('when the allowance is used up, until the day it is whole again', async () => {
    const { clock, send } = await silverDesk()
    await send(LOUNGE, using('k-1'))
    await send(LOUNGE, using('k-2'))
    const refused = await send(LOUNGE, using('k-3'))
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'limit_reached',
        detail: 'Lounge entry is used up: again from 1 January 2027.',
        ...{ used: 2, left: 0, resetsOn: '2027-01-01' },
      },
    })
    clock.now = Date.UTC(2027, 0, 1)
    const sameKey = await send(LOUNGE, using('k-3'))
    expect(sameKey.body).toEqual({ ...refused.body, instance: sameKey.body.instance })
    expect((await send(LOUNGE, using('k-4'))).status).toBe(201)
  })

  test('when nothing in the basket is covered', async () => {
    const { ledger, send } = await silverDesk()
    await ledger.record([purchase('o-2', { amountMinor: 100_000 })])
    const sent = basket('80.00', { categories: ['socks'] })
    expect(await send('/members/m-1/perks/alterations/redemptions', using('k-1', sent))).toMatchObject({
      status: 409,
      body: {
        code: 'category_not_covered',
        detail: 'Alterations is there only with suits, shirts or dresses in the basket.',
      },
    })
  })

  test('when the perk was withdrawn this month, or comes with the next', async () => {
    const { ledger, send } = await silverDesk()
    const [, inForce] = await demoEditions()
    if (!inForce) throw new Error('The demo has two editions.')
    const perks = inForce.document.perks
    const without = { ...inForce.document, perks: perks.filter(({ id }) => id !== 'lounge') }
    const publishedAt = '2026-05-01T09:00:00Z'
    await ledger.publish({ edition: 3, effectiveFrom: '2026-06', publishedAt, document: without })
    const club = { id: 'club', name: 'The club', kind: 'access', worth: '5.00', terms: { member: {} } } as const
    const later = { ...without, perks: [...without.perks, club] }
    await ledger.publish({ edition: 4, effectiveFrom: '2026-09', publishedAt, document: later })
    expect(await send(LOUNGE, using('k-1'))).toMatchObject({
      status: 409,
      body: {
        ...{ code: 'not_in_force', edition: 3, missing: null },
        detail: 'Lounge entry is no longer in force since 1 June 2026.',
      },
    })
    expect((await send('/members/m-1/perks/club/redemptions', using('k-2'))).body).toMatchObject({
      ...{ code: 'not_in_force', detail: 'The club is not in force yet: it begins on 1 September 2026.' },
    })
  })
})

describe('a use that is asked for wrongly is refused with its place, and nothing is used', () => {
  const refusedFor = async (init: RequestInit, path = LOUNGE) => {
    const { ledger, send } = await silverDesk()
    const answer = await send(path, init)
    expect(await ledger.redemptions('m-1')).toEqual([])
    return answer
  }

  test.each([
    [basket('10.00', { currency: 'EUR' }), 422, '/basket/currency', 'wrong_currency'],
    [basket('-10.00'), 422, '/basket/amount', 'bad_money'],
    [basket('1e3'), 422, '/basket/amount', 'bad_money'],
    [basket('10,00'), 422, '/basket/amount', 'bad_money'],
    [basket('10.005'), 422, '/basket/amount', 'bad_money'],
    [basket('100000000000.00'), 422, '/basket/amount', 'too_big'],
    [{ basket: { amount: 10, currency: 'GBP' } }, 400, '/basket/amount', 'wrong_type'],
    [{ basket: { amount: '10.00' } }, 400, '/basket/currency', 'missing'],
    [{ basket: null }, 400, '/basket', 'wrong_type'],
    [basket('10.00', { categories: ['a', ''] }), 400, '/basket/categories/1', 'bad_id'],
    [basket('10.00', { categories: Array.from({ length: 21 }, String) }), 400, '/basket/categories', 'too_big'],
    [basket('10.00', { order: 'Zoe\u0308' }), 400, '/basket/order', 'bad_id'],
    [basket('10.00', { order: '4111111111111111' }), 422, '/basket/order', 'card_number'],
    [basket('10.00', { categories: ['4111111111111111'] }), 422, '/basket/categories', 'card_number'],
    [{ note: 'paid with 4111 1111 1111 1111' }, 422, '/note', 'card_number'],
    [{ note: 'x'.repeat(501) }, 400, '/note', 'bad_text'],
    [{ note: 'half \ud83d' }, 400, '/note', 'bad_text'],
    [{ tier: 'platinum' }, 400, '/tier', 'unknown_field'],
    [{ cost: '0.00', at: '2020-01-01T00:00:00Z' }, 400, '/cost', 'unknown_field'],
    ['{"note":"a","note":"b"}', 400, '/note', 'duplicate_name'],
    ['{"__proto__":{"note":"a"}}', 400, '/__proto__', 'unknown_field'],
    [[], 400, '', 'wrong_type'],
  ])('%j', async (sent, status, pointer, code) => {
    const { status: got, body } = await refusedFor(using('k-1', sent))
    expect([got, body.errors[0].pointer, body.errors[0].code]).toEqual([status, pointer, code])
    expect(JSON.stringify(body)).not.toContain('4111')
  })

  test.each([
    ['', 'bad_id'],
    ['x'.repeat(129), 'bad_id'],
    ['4111111111111111', 'card_number'],
  ])('the key %j', async (key, code) => {
    const { body } = await refusedFor(using(key))
    expect(body.errors[0]).toMatchObject({ pointer: '/header/idempotency-key', code })
  })

  test('without a key', async () => {
    const { status, body } = await refusedFor({ method: 'POST', ...till })
    expect([status, body.detail]).toEqual([400, 'idempotency-key: It is missing. Add it.'])
  })

  test('with a body of another type, or that is no JSON', async () => {
    const init = using('k-1', '{')
    expect(await refusedFor(init)).toMatchObject({ status: 400, body: { code: 'not_json' } })
    const headers = { ...till.headers, 'Idempotency-Key': 'k-1', 'Content-Type': 'text/plain' }
    expect(await refusedFor({ method: 'POST', headers, body: 'lounge' })).toMatchObject({ status: 415 })
  })

  test.each([
    ['/members/m-2/perks/lounge/redemptions', 'unknown_member'],
    ['/members/m-1/perks/sauna/redemptions', 'unknown_perk'],
    ['/members/m-1/perks/__proto__/redemptions', 'unknown_perk'],
  ])('%s', async (path, code) => {
    expect(await refusedFor(using('k-1'), path)).toMatchObject({ status: 404, body: { code } })
  })

  test('before there is a program', async () => {
    const { send } = await freshDesk({ program: async () => ({ published: [], rules: [] }) })
    expect(await send(LOUNGE, using('k-1'))).toMatchObject({ status: 409, body: { code: 'no_program' } })
  })
})
