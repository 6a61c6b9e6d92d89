import { describe, expect, test } from 'vitest'
import { financeRoutes } from '#finance/routes.ts'
import { SCOPES_OF_GROUP, type Scope } from '#http/identity.ts'
import type { Route } from '#http/route.ts'
import { type Session, sealSession } from '#http/session.ts'
import { SESSION_COOKIE } from '#http/session-cookie.ts'
import { sessionIdentity } from '#http/session-identity.ts'
import { NOW } from '../ledger/fresh-ledger.ts'
import { entry, paperFinanceApp } from './paper-finance.ts'

const ORIGIN = 'https://rewards.example'
const cookieKey = new Uint8Array(32).fill(7)
const OURS = { origin: ORIGIN, 'x-requested-with': 'cleartier' }
const staff = (subject: string, scopes: readonly Scope[] = []): Session => ({
  kind: 'staff',
  subject,
  since: NOW,
  scopes,
})

/** Finance as its pages ask it: with the cookie of a session. */
async function visiting(session: Session | null, signedOutAt: number | null = null) {
  const identify = sessionIdentity({
    cookieKey,
    origin: ORIGIN,
    now: () => NOW,
    staffSignedOutAt: async () => signedOutAt,
  })
  const app = paperFinanceApp({ entries: [entry('r-1')], deps: { identify } })
  const cookie = session && `${SESSION_COOKIE}=${await sealSession(session, cookieKey)}`
  return (route: Pick<Route, 'method' | 'path'>, headers: Readonly<Record<string, string>> = OURS) =>
    app.request(`/api/v1${route.path.replace('{month}', '2026-05').replace('{redemption}', 'r-1')}`, {
      method: route.method.toUpperCase(),
      headers: { ...headers, ...(cookie && { cookie }) },
    })
}

const COSTS = { method: 'get', path: '/finance/costs' } as const

describe('the pages of finance', () => {
  test('are answered to people of finance', async () => {
    const ask = await visiting(staff('finn', SCOPES_OF_GROUP.finance))
    const response = await ask(COSTS)
    expect([response.status, (await response.json()).total.cost]).toEqual([200, '0.40'])
  })

  test.each(['marketing', 'tills', 'ops'])('and nothing of them to %s', async (group) => {
    const ask = await visiting(staff('somebody', SCOPES_OF_GROUP[group] ?? []))
    for (const route of financeRoutes) {
      const response = await ask(route)
      expect([route.path, response.status]).toEqual([route.path, 403])
      expect(await response.text()).not.toContain('0.40')
    }
  })

  test('nor to members', async () => {
    const ask = await visiting({ kind: 'member', subject: 'person-1', member: 'm-1', since: NOW })
    for (const route of financeRoutes) expect([route.path, (await ask(route)).status]).toEqual([route.path, 403])
  })

  test('nor to who is not signed in, nor to who has signed out', async () => {
    const finance = staff('finn', SCOPES_OF_GROUP.finance)
    for (const ask of [await visiting(null), await visiting(finance, NOW + 1)]) {
      for (const route of financeRoutes) expect([route.path, (await ask(route)).status]).toEqual([route.path, 401])
    }
  })

  test('and nothing is changed in somebody’s name by the page of another site', async () => {
    const ask = await visiting(staff('finn', SCOPES_OF_GROUP.finance))
    for (const route of financeRoutes.filter(({ method }) => method !== 'get')) {
      const response = await ask(route, { origin: 'https://evil.example', 'x-requested-with': 'cleartier' })
      expect([route.path, response.status, (await response.json()).code]).toEqual([route.path, 403, 'cross_site'])
    }
  })
})
