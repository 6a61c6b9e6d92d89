import { beforeAll, describe, expect, test } from 'vitest'
import { portalApp } from '#portal/app.ts'
import { checked } from '../http/checked.ts'
import { identifyRole, report } from '../http/roles.ts'
import type { FreshLedger } from '../ledger/fresh-ledger.ts'
import { freshLedger } from '../ledger/fresh-ledger.ts'
import { demoLedger } from './demo-editions.ts'
import { ANNA, FROM_OUR_PAGES, ORIGIN, portalHouse, signedIn } from './visitor.ts'

const NOW = Date.UTC(2026, 5, 15, 12)
const SHOP = 'https://shop-next-door.example'
const json = { 'content-type': 'application/json' }

let ledger: FreshLedger['ledger']
beforeAll(async () => {
  ledger = (await demoLedger(() => NOW)).ledger
  const known = { source: 'shop-1', subject: 'm-anna', time: NOW - 86_400_000 }
  await ledger.record([
    { ...known, type: 'enrolment', id: 'card-1', emailHash: `hash of ${ANNA.verifiedEmail}` },
    { ...known, type: 'purchase', id: 'o-1', amountMinor: 31_240, units: 1 },
  ])
  const lounge = { member: 'm-anna', perk: 'lounge', sender: 'till', basket: null }
  for (const key of ['k-1', 'k-2']) await ledger.redeem({ ...lounge, key })
})

const house = () => portalHouse(ledger, () => NOW, undefined, [SHOP]).app

/** Asks as a browser or a till would; the answer is held against the OpenAPI document. */
const ask = (sent: unknown, headers: Record<string, string> = {}, app: Parameters<typeof checked>[0] = house()) =>
  checked(app)('/quote', {
    method: 'POST',
    headers: { ...json, ...headers },
    body: typeof sent === 'string' ? sent : JSON.stringify(sent),
  })

const basket = (amount: string, rest: object = {}) => ({ basket: { amount, currency: 'GBP', ...rest } })
const perksOf = (body: { tiers: { tier: string; gets: { perk: string }[] }[] }, tier: string) =>
  body.tiers.find((one) => one.tier === tier)?.gets.map(({ perk }) => perk)

describe('anybody asks what a basket gets', () => {
  test('and sees for every tier what it gets, what it misses and by how much', async () => {
    const { status, headers, body } = await ask(basket('38.00'))
    expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(body).toMatchObject({ edition: 2, currency: 'GBP', amount: '38.00', tier: 'member' })
    expect(body.tiers.map(({ tier }: { tier: string }) => tier)).toEqual(['member', 'silver', 'gold', 'platinum'])
    expect(perksOf(body, 'member')).toEqual([])
    expect(body.tiers[0].misses[0]).toEqual({
      ...{ perk: 'free-delivery', name: 'Free delivery', worth: '4.95', words: 'On orders of £50 or more' },
      ...{ terms: { over: '50.00' }, short: '12.00', reason: 'basket_too_small', missing: '£12 more' },
    })
    expect(perksOf(body, 'silver')).toEqual(['free-delivery', 'gift-wrapping', 'lounge'])
  })

  test('and whether the order reaches a tier, at exactly what it needs', async () => {
    const reaches = async (amount: string) => (await ask(basket(amount))).body.reaches
    expect(await reaches('249.99')).toEqual({
      ...{ tier: null, name: null, next: { tier: 'silver', name: 'Silver', left: '0.01' } },
    })
    expect(await reaches('250.00')).toMatchObject({ tier: 'silver', name: 'Silver', next: { tier: 'gold' } })
    expect(await reaches('2500.00')).toEqual({ tier: 'platinum', name: 'Platinum', next: null })
  })

  test('for a tier by its name', async () => {
    const { body } = await ask({ ...basket('38.00', { categories: ['suits'] }), tier: 'gold' })
    expect(body.tier).toBe('gold')
    expect(perksOf(body, 'gold')).toContain('alterations')
  })

  test.each([
    [{}, 400, '/basket', 'missing'],
    [[], 400, '', 'wrong_type'],
    [basket('38.00', { currency: 'EUR' }), 422, '/basket/currency', 'wrong_currency'],
    [basket('-38.00'), 422, '/basket/amount', 'bad_money'],
    [basket('38.005'), 422, '/basket/amount', 'bad_money'],
    [basket('100000000000.00'), 422, '/basket/amount', 'too_big'],
    [basket('38.00', { categories: 'suits' }), 400, '/basket/categories', 'wrong_type'],
    [basket('38.00', { categories: Array.from({ length: 21 }, String) }), 400, '/basket/categories', 'too_big'],
    [basket('38.00', { order: 'o-1' }), 400, '/basket/order', 'unknown_field'],
    [{ ...basket('38.00'), tier: 'diamond' }, 422, '/tier', 'unknown_tier'],
    [{ ...basket('38.00'), member: 'm-anna' }, 400, '/member', 'unknown_field'],
  ])('%j is refused with its place', async (sent, status, pointer, code) => {
    const { status: got, body } = await ask(sent)
    expect([got, body.errors[0].pointer, body.errors[0].code]).toEqual([status, pointer, code])
  })

  test('of what is no JSON, or before anything is published, is refused', async () => {
    expect(await ask('{')).toMatchObject({ status: 400, body: { code: 'not_json' } })
    expect((await ask('x', { 'content-type': 'text/plain' })).status).toBe(415)
    const { ledger: empty } = await freshLedger()
    const app = portalHouse(empty, () => NOW).app
    expect(await ask(basket('1.00'), {}, app)).toMatchObject({ status: 404, body: { code: 'no_program' } })
  })
})

describe('a member asks on our own pages', () => {
  test('and the quote is theirs, with what they used and bought before', async () => {
    const app = house()
    const { body } = await ask(basket('38.00'), { ...(await signedIn(app)), ...FROM_OUR_PAGES }, app)
    expect(body.tier).toBe('silver')
    expect(perksOf(body, 'silver')).toEqual(['free-delivery', 'gift-wrapping'])
    expect(body.reaches).toMatchObject({ tier: null, next: { tier: 'gold', left: '649.60' } })
  })

  test.each([
    ['another site', { origin: SHOP, 'x-requested-with': 'cleartier' }],
    ['a site that nobody allowed', { origin: 'https://evil.example', 'x-requested-with': 'cleartier' }],
    ['a page that does not say it is ours', { origin: ORIGIN }],
    ['nowhere that can be told', {}],
  ])('but not for %s: that learns what anyone would', async (_who, claims) => {
    const app = house()
    const { status, body } = await ask(basket('38.00'), { ...(await signedIn(app)), ...claims }, app)
    expect([status, body.tier]).toEqual([200, 'member'])
    expect(body).toEqual((await ask(basket('38.00'))).body)
  })

  test('and after signing out they are a visitor', async () => {
    const app = house()
    const session = await signedIn(app)
    await app.request('/auth/logout', { method: 'POST', headers: { ...session, ...FROM_OUR_PAGES } })
    const { status, body } = await ask(basket('38.00'), { ...session, ...FROM_OUR_PAGES }, app)
    expect([status, body.tier]).toEqual([200, 'member'])
  })

  test('a proof that is not good closes nothing', async () => {
    expect((await ask(basket('38.00'), { cookie: '__Host-cleartier=rubbish', ...FROM_OUR_PAGES })).status).toBe(200)
    const app = portalApp({ ledger, identify: identifyRole, pseudonymKey: new Uint8Array(32), now: () => NOW, report })
    expect((await ask(basket('38.00'), { authorization: 'Role of nobody we know' }, app)).status).toBe(200)
  })
})

describe('the page of another site', () => {
  const preflight = (origin: string) =>
    house().request('/api/v1/quote', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    })

  test('may ask when it is on the list: JSON by POST, without cookies', async () => {
    const response = await preflight(SHOP)
    expect([response.status, await response.text()]).toEqual([204, ''])
    const { headers } = response
    expect(headers.get('access-control-allow-origin')).toBe(SHOP)
    expect(headers.get('access-control-allow-methods')).toBe('POST')
    expect(headers.get('access-control-allow-headers')).toBe('Content-Type')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
    expect(headers.get('vary')).toContain('Origin')
  })

  test.each(['https://evil.example', 'null', `${SHOP}.evil.example`, SHOP.replace('https', 'http')])(
    'is told nothing when it is %s',
    async (origin) => {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull()
      const { headers } = await ask(basket('38.00'), { origin })
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('vary')).toContain('Origin')
    },
  )

  test('may read the answer, also when it is a refusal', async () => {
    for (const amount of ['38.00', '-1']) {
      const { headers } = await ask(basket(amount), { origin: SHOP })
      expect(headers.get('access-control-allow-origin')).toBe(SHOP)
      expect(headers.get('vary')).toContain('Origin')
    }
  })

  test('may ask for nothing else', async () => {
    const response = await house().request('/api/v1/program', { headers: { origin: SHOP } })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})
