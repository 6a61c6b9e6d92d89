import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { API_AUDIENCE } from '#http/machines.ts'
import { DEMO_MACHINES } from '#local/demo-people.ts'
import { type FrontDoor, frontDoor } from '#local/front-door.ts'
import { demoProvider } from '#local/oidc/demo-provider.ts'
import { secretsFor } from '#local/secrets.ts'

let door: FrontDoor
beforeAll(async () => {
  door = await frontDoor(0)
  const { portalSecret, providerCookieSecret, providerKeys } = await secretsFor(null)
  const provider = demoProvider({
    origin: door.origin,
    clientSecret: portalSecret,
    jwks: providerKeys,
    cookieSecret: providerCookieSecret,
    guests: { people: [], isMember: async () => false },
    now: Date.now,
  })
  const callback = provider.callback()
  door.open((request, response) => {
    Object.assign(request, { originalUrl: request.url, url: request.url?.slice('/oidc'.length) })
    void callback(request, response)
  })
})
afterAll(() => door.close())

const tokenFor = (name: string, secret: string, more: Record<string, string> = {}) =>
  fetch(`${door.origin}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${name}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...more }),
  })

describe('a demo machine', () => {
  test.each(Object.entries(DEMO_MACHINES))('%s gets all its scopes without naming any', async (name, scopes) => {
    const answer = (await (await tokenFor(name, `demo-${name}`)).json()) as Record<string, string>
    expect(answer).toMatchObject({ token_type: 'Bearer', scope: scopes })
    expect(decodeProtectedHeader(answer.access_token ?? '')).toMatchObject({ alg: 'RS256' })
    expect(decodeJwt(answer.access_token ?? '')).toMatchObject({
      sub: name,
      scope: scopes,
      aud: API_AUDIENCE,
      iss: `${door.origin}/oidc`,
    })
  })

  test('with a wrong secret gets nothing', async () => {
    expect((await tokenFor('shop', 'demo-till')).status).toBe(401)
  })

  test('cannot ask for a right that is not its own', async () => {
    const response = await tokenFor('shop', 'demo-shop', { scope: 'finance:read' })
    const { scope = '' } = (await response.json()) as { scope?: string }
    expect(scope).not.toContain('finance:read')
  })
})

test('the portal cannot get a machine’s token, and nobody comes in without PKCE', async () => {
  const response = await fetch(
    `${door.origin}/oidc/auth?client_id=portal&response_type=code&scope=openid&redirect_uri=${door.origin}/auth/callback`,
    { redirect: 'manual' },
  )
  expect(response.headers.get('location')).toContain('error=invalid_request')
})
