import { beforeEach, describe, expect, test } from 'vitest'
import { SESSION_COOKIE } from '#http/session-cookie.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { type Person, SignInFailed } from '#portal/provider.ts'
import { demoLedger } from './demo-editions.ts'
import { ANNA, comeBack, cookieSetBy, FROM_OUR_PAGES, portalHouse, signedIn } from './visitor.ts'

const NOON = Date.UTC(2026, 5, 15, 12)
const FINN: Person = { subject: 'sub-finn', verifiedEmail: 'finn@shop.example', name: 'Finn', groups: ['finance'] }

let now = NOON
const clock = () => now
let ledger: Ledger

beforeEach(async () => {
  now = NOON
  ledger = (await demoLedger(clock)).ledger
})

/** A house with a provider behind each door, which vouch for these people. */
const house = (members: Person | Error = ANNA, staff: Person | Error = FINN) =>
  portalHouse(ledger, clock, { members: () => members, staff: () => staff })

const request = (headers: Record<string, string>) => new Request('https://shop.example/', { headers })

describe('customers and staff', () => {
  test.each([
    ['/auth/login', 'https://members.example/authorize'],
    ['/auth/staff', 'https://staff.example/authorize'],
  ])('leave by %s for their own provider', async (door, pages) => {
    const left = await house().app.request(door)
    expect(left.status).toBe(302)
    expect(left.headers.get('location')).toBe(pages)
  })

  test('come back to the one address, as whom their own provider vouches for', async () => {
    const { app, identify } = house()
    const member = await identify(request(await signedIn(app, '/standing', '/auth/login')))
    expect(member).toMatchObject({ kind: 'member', subject: 'sub-anna' })
    const colleague = await identify(request(await signedIn(app, '/finance', '/auth/staff')))
    expect(colleague).toMatchObject({ kind: 'staff', subject: 'sub-finn' })
  })

  test.each([
    ['marketing', '/studio'],
    ['finance', '/finance'],
    ['tills', '/desk'],
    ['ops', '/'],
  ])('who is in %s begins at %s', async (group, place) => {
    const { app } = house(ANNA, { ...FINN, groups: [group] })
    expect((await comeBack(app, null, '/auth/staff')).headers.get('location')).toBe(place)
  })

  test('customers begin with their standing, and whoever names a page comes back to it', async () => {
    const { app } = house()
    expect((await comeBack(app, null)).headers.get('location')).toBe('/standing')
    expect((await comeBack(app, '/finance?by=perk', '/auth/staff')).headers.get('location')).toBe('/finance?by=perk')
  })

  test('nobody is sent to another site from the door of the staff either', async () => {
    const response = await house().app.request('/auth/staff?returnTo=//evil.example')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'bad_return_to' })
  })
})

describe('the groups of a customer', () => {
  test('are not believed, whatever they are called: anyone may join the customers’ provider', async () => {
    const { app, identify } = house({ ...ANNA, groups: ['finance', 'ops', 'marketing', 'tills'] })
    const identity = await identify(request(await signedIn(app)))
    expect(identity).toMatchObject({ kind: 'member' })
    expect(identity).not.toHaveProperty('scopes')
  })

  test('make nobody staff who leaves by one door and comes back as if by the other', async () => {
    const { app } = house({ ...ANNA, groups: ['finance'] })
    const left = await app.request('/auth/login?returnTo=/finance')
    const cookie = left.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const back = await app.request('/auth/callback?code=code-1&state=state-1&door=staff', { headers: { cookie } })
    const session = `${SESSION_COOKIE}=${cookieSetBy(back, SESSION_COOKIE)}`
    expect(await house().identify(request({ cookie: session }))).toMatchObject({ kind: 'member' })
  })
})

describe('one of the staff', () => {
  test.each([[[]], [['no such group', '__proto__']]])(
    'in the groups %j has no rights: a page says whom to ask, and nobody is enrolled',
    async (groups) => {
      const { app } = house(ANNA, { ...FINN, groups })
      const response = await comeBack(app, '/finance', '/auth/staff')
      expect(response.status).toBe(403)
      const page = await response.text()
      expect(page).toContain('Ask whoever runs this portal')
      expect(page).toContain('href="/auth/staff"')
      expect(cookieSetBy(response, SESSION_COOKIE)).toBeUndefined()
      expect(await ledger.memberByEmail('hash of finn@shop.example')).toBeUndefined()
    },
  )

  test('needs no proven address: rights come from groups', async () => {
    const { app, identify } = house(ANNA, { ...FINN, verifiedEmail: null })
    expect(await identify(request(await signedIn(app, '/finance', '/auth/staff')))).toMatchObject({ kind: 'staff' })
  })

  test.each(['cancelled', 'stale', 'unavailable'] as const)(
    'whose sign-in is %s starts again at the same door',
    async (reason) => {
      const { app } = house(ANNA, new SignInFailed(reason, new Error('as the provider said')))
      expect(await (await comeBack(app, '/finance', '/auth/staff')).text()).toContain('href="/auth/staff"')
    },
  )

  test('who took too long, so that nobody knows by which door they came, can go to either', async () => {
    const page = await (await house().app.request('/auth/callback?code=code-1&state=state-1')).text()
    expect(page).toContain('href="/auth/login"')
    expect(page).toContain('href="/auth/staff"')
  })

  test('without a group is a customer where one provider is behind both doors', async () => {
    const { app, identify } = portalHouse(ledger, clock, () => ANNA)
    const identity = await identify(request(await signedIn(app, '/standing', '/auth/staff')))
    expect(identity).toMatchObject({ kind: 'member', subject: 'sub-anna' })
    expect((await comeBack(app, null, '/auth/staff')).headers.get('location')).toBe('/standing')
  })
})

describe('a customer whose subject happens to be that of one of the staff', () => {
  const twin: Person = { ...ANNA, subject: FINN.subject, groups: ['finance'] }

  test('is a customer still, and sees only their own', async () => {
    const { app } = house(twin)
    const headers = await signedIn(app)
    expect((await app.request('/api/v1/me/standing', { headers })).status).toBe(200)
  })

  test('does not sign the other out by signing out, nor the other way round', async () => {
    const { app, identify } = house(twin)
    const customer = await signedIn(app)
    const colleague = await signedIn(app, '/finance', '/auth/staff')
    const leave = (headers: Record<string, string>) =>
      app.request('/auth/logout', { method: 'POST', headers: { ...headers, ...FROM_OUR_PAGES } })
    await leave(customer)
    now += 1
    expect(await identify(request(colleague))).toMatchObject({ kind: 'staff' })
    const again = await signedIn(app)
    await leave(colleague)
    now += 1
    expect(await identify(request(colleague))).toBeNull()
    expect((await app.request('/api/v1/me/standing', { headers: again })).status).toBe(200)
  })

  test('cannot be named like the end of a colleague’s sessions', async () => {
    const { app, identify } = house({ ...ANNA, subject: `staff:${FINN.subject}` })
    const colleague = await signedIn(app, '/finance', '/auth/staff')
    const customer = await signedIn(app)
    await app.request('/auth/logout', { method: 'POST', headers: { ...customer, ...FROM_OUR_PAGES } })
    now += 1
    expect(await identify(request(colleague))).toMatchObject({ kind: 'staff' })
  })
})
