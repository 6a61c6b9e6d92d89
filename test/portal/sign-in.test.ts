import { beforeEach, describe, expect, test } from 'vitest'
import { SESSION_COOKIE } from '#http/session-cookie.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { type Person, SignInFailed } from '#portal/provider.ts'
import { demoLedger } from './demo-editions.ts'
import { ANNA, comeBack, cookieSetBy, FROM_OUR_PAGES, portalHouse, signedIn } from './visitor.ts'

const HOUR = 3_600_000
let now = Date.UTC(2026, 5, 15, 12)
const clock = () => now
let ledger: Ledger

beforeEach(async () => {
  now = Date.UTC(2026, 5, 15, 12)
  ledger = (await demoLedger(clock)).ledger
})

describe('signing in', () => {
  test('a newcomer is enrolled and lands where they wanted to go', async () => {
    const { app } = portalHouse(ledger, clock)
    const response = await comeBack(app, '/standing?year=2026')
    expect(response.headers.get('location')).toBe('/standing?year=2026')
    const member = await ledger.memberByEmail('hash of anna@shop.example')
    expect(member).toMatch(/^m-/)
    expect(await ledger.member(member ?? '')).toMatchObject({ name: 'Anna Berg', entries: 1 })
  })

  test('two first sign-ins at once make one member', async () => {
    const { app } = portalHouse(ledger, clock)
    await Promise.all([signedIn(app), signedIn(app), signedIn(app)])
    const member = await ledger.memberByEmail('hash of anna@shop.example')
    expect((await ledger.history(member ?? '')).map(({ type }) => type)).toEqual(['enrolment'])
  })

  test('whom the shop enrolled is recognised by their address', async () => {
    await ledger.record([
      {
        type: 'enrolment',
        source: 'shop-1',
        id: 'card-7',
        subject: 'm-7',
        time: now - HOUR,
        emailHash: 'hash of anna@shop.example',
      },
    ])
    const { app } = portalHouse(ledger, clock)
    const response = await app.request('/api/v1/me/standing', { headers: await signedIn(app) })
    expect(await response.json()).toMatchObject({ member: 'm-7', tier: { id: 'member' } })
  })

  test('an address that is not verified is nobody’s: a page says what to do, and nobody is enrolled', async () => {
    const { app } = portalHouse(ledger, clock, () => ({ ...ANNA, verifiedEmail: null }))
    const response = await comeBack(app)
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('not confirmed yet')
    expect(cookieSetBy(response, SESSION_COOKIE)).toBeUndefined()
  })

  test('staff get the rights of their groups and are no members', async () => {
    const finn: Person = { ...ANNA, subject: 'sub-finn', groups: ['finance', 'no such group', '__proto__'] }
    const { app, identify } = portalHouse(ledger, clock, () => finn)
    const headers = await signedIn(app)
    const identity = await identify(new Request('https://shop.example/', { headers }))
    expect(identity).toEqual({
      kind: 'staff',
      subject: 'sub-finn',
      scopes: new Set(['finance:read', 'finance:close', 'program:approve']),
    })
    expect((await app.request('/api/v1/me/standing', { headers })).status).toBe(403)
    expect(await ledger.memberByEmail('hash of anna@shop.example')).toBeUndefined()
  })

  test.each([
    ['cancelled', 400, 'You are not signed in'],
    ['stale', 400, 'no longer good'],
    ['unavailable', 503, 'does not work at the moment'],
  ] as const)('a sign-in that is %s ends on a page with a way on', async (reason, status, words) => {
    const { app } = portalHouse(ledger, clock, () => new SignInFailed(reason, new Error('as the provider said')))
    const response = await comeBack(app)
    expect(response.status).toBe(status)
    const page = await response.text()
    expect(page).toContain(words)
    expect(page).toContain('href="/auth/login"')
    expect(page).not.toContain('as the provider said')
  })

  test('a callback that nobody here began is refused', async () => {
    const { app } = portalHouse(ledger, clock)
    const response = await app.request('/auth/callback?code=code-1&state=state-1')
    expect(response.status).toBe(400)
    expect(cookieSetBy(response, SESSION_COOKIE)).toBeUndefined()
  })

  test('a sign-in that takes longer than ten minutes begins again', async () => {
    const { app } = portalHouse(ledger, clock)
    const left = await app.request('/auth/login')
    const cookie = left.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    now += 10 * 60_000
    expect((await app.request('/auth/callback?code=c&state=state-1', { headers: { cookie } })).status).toBe(400)
  })

  test('the session cookie is out of reach of scripts, of other hosts and of plain http', async () => {
    const { app } = portalHouse(ledger, clock)
    const header = (await comeBack(app)).headers.getSetCookie().find((cookie) => cookie.startsWith(SESSION_COOKIE))
    expect(header).toMatch(/^__Host-/)
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(header?.split('; ')).toContain(part)
    expect(header).not.toContain('Domain')
  })

  test('each sign-in makes a new session, so none can be planted beforehand', async () => {
    const { app } = portalHouse(ledger, clock)
    expect(await signedIn(app)).not.toEqual(await signedIn(app))
  })
})

describe('where people come back to', () => {
  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/%2F/evil.example',
    '/%5Cevil.example',
    '/a\tb',
  ])('%j is refused', async (wanted) => {
    const { app } = portalHouse(ledger, clock)
    const response = await app.request(`/auth/login?returnTo=${encodeURIComponent(wanted)}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'bad_return_to' })
    expect(response.headers.get('location')).toBeNull()
  })
})

describe('signing out', () => {
  test('ends the session here and on every other device', async () => {
    const { app } = portalHouse(ledger, clock)
    const [phone, laptop] = [await signedIn(app), await signedIn(app)]
    const response = await app.request('/auth/logout', { method: 'POST', headers: { ...phone, ...FROM_OUR_PAGES } })
    expect(response.status).toBe(204)
    expect(response.headers.getSetCookie()[0]).toMatch(new RegExp(`^${SESSION_COOKIE}=;.*Max-Age=0`))
    for (const headers of [phone, laptop]) {
      expect((await app.request('/api/v1/me/standing', { headers })).status).toBe(401)
    }
  })

  test('does not keep anybody from signing in again', async () => {
    const { app } = portalHouse(ledger, clock)
    const old = await signedIn(app)
    await app.request('/auth/logout', { method: 'POST', headers: { ...old, ...FROM_OUR_PAGES } })
    now += 1
    const headers = await signedIn(app)
    expect((await app.request('/api/v1/me/standing', { headers })).status).toBe(200)
  })

  test('with a session that is over already ends nobody else’s', async () => {
    const { app } = portalHouse(ledger, clock)
    const stolen = await signedIn(app)
    await app.request('/auth/logout', { method: 'POST', headers: { ...stolen, ...FROM_OUR_PAGES } })
    now += 1
    const headers = await signedIn(app)
    now += 1
    await app.request('/auth/logout', { method: 'POST', headers: { ...stolen, ...FROM_OUR_PAGES } })
    expect((await app.request('/api/v1/me/standing', { headers })).status).toBe(200)
  })

  test('ends a staff member’s session too', async () => {
    const { app, identify } = portalHouse(ledger, clock, () => ({ ...ANNA, groups: ['marketing'] }))
    const headers = await signedIn(app)
    await app.request('/auth/logout', { method: 'POST', headers: { ...headers, ...FROM_OUR_PAGES } })
    expect(await identify(new Request('https://shop.example/', { headers }))).toBeNull()
  })

  test.each([
    ['another site', { origin: 'https://evil.example', 'x-requested-with': 'cleartier' }],
    ['a form, which cannot set our header', { origin: 'https://shop.example' }],
    ['nowhere that can be told', { 'x-requested-with': 'cleartier' }],
  ])('asked for by %s is refused, and the session goes on', async (_who, claims) => {
    const { app } = portalHouse(ledger, clock)
    const headers = await signedIn(app)
    const response = await app.request('/auth/logout', { method: 'POST', headers: { ...headers, ...claims } })
    expect(response.status).toBe(403)
    expect((await app.request('/api/v1/me/standing', { headers })).status).toBe(200)
  })
})
