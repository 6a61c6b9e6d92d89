import type { JWTPayload } from 'jose'
import { expect, test } from 'vitest'
import { gateway } from './gateway.ts'
import { report } from './reported.ts'
import { shopCloud } from './shop-cloud.ts'
import { codeFor } from './stand-in-issuer.ts'

const cloud = await shopCloud()

/** Without their attributes, as browsers send cookies back. */
const sentBack = (cookies: readonly string[]) => cookies.map((cookie) => cookie.split(';')[0] ?? '')

/** Goes to the provider by a door, comes back as somebody, and gives where that leads and the cookies of the session. */
async function signedIn(door: '/auth/login' | '/auth/staff', claims: JWTPayload) {
  const send = gateway(cloud)
  const begun = await send(`GET ${door}`)
  expect(begun).toMatchObject({ statusCode: 302 })
  const page = new URL(begun.headers.location ?? '')
  const back = new URLSearchParams({ code: codeFor(page, claims), state: page.searchParams.get('state') ?? '' })
  const done = await send(`GET /auth/callback?${back}`, { cookies: sentBack(begun.cookies) })
  const cookies = sentBack(done.cookies).filter((cookie) => !cookie.endsWith('='))
  return { statusCode: done.statusCode, page, cookies }
}

const person = (sub: string, email: string) => ({ sub, email, email_verified: true, name: 'Ida Example' })

test('a newcomer who signs in is enrolled, and shown where they stand', async () => {
  const { statusCode, page, cookies } = await signedIn('/auth/login', person('new-1', 'new@shop.example'))
  expect(statusCode).toBe(302)
  const { CLIENT_ID, MEMBERS_ISSUER } = cloud.functionNamed('Portal').environment
  expect(page.href.startsWith(`${MEMBERS_ISSUER}/`)).toBe(true)
  expect(page.searchParams.get('client_id')).toBe(CLIENT_ID)
  const standing = await gateway(cloud)('GET /api/v1/me/standing', { cookies })
  expect(standing).toMatchObject({ statusCode: 200, body: { tier: { id: 'member' } } })
})

test('a customer whom a shop has told of is recognised by their address', async () => {
  await report(cloud, 'm-known', ['enrolment', 'joins', { email: 'known@shop.example' }])
  const { cookies } = await signedIn('/auth/login', person('known-1', 'known@shop.example'))
  const standing = await gateway(cloud)('GET /api/v1/me/standing', { cookies })
  expect(standing).toMatchObject({ statusCode: 200, body: { member: 'm-known' } })
})

test('who works here comes in by their own door, with the rights of their group', async () => {
  const mara = { ...person('staff-1', 'mara@shop.example'), 'cognito:groups': ['marketing'] }
  const { page, cookies } = await signedIn('/auth/staff', mara)
  const { STAFF_CLIENT_ID } = cloud.functionNamed('Portal').environment
  expect(page.searchParams.get('client_id')).toBe(STAFF_CLIENT_ID)
  expect(await gateway(cloud)('GET /api/v1/studio/drafts', { cookies })).toMatchObject({ statusCode: 200 })
  expect(await gateway(cloud)('GET /api/v1/finance/budget', { cookies })).toMatchObject({ statusCode: 403 })
})

test('who has signed out is not let in any more, on any device', async () => {
  const { cookies } = await signedIn('/auth/login', person('gone-1', 'gone@shop.example'))
  const { ORIGIN = '' } = cloud.functionNamed('Portal').environment
  const headers = { origin: ORIGIN, 'x-requested-with': 'cleartier' }
  expect(await gateway(cloud)('POST /auth/logout', { cookies, headers })).toMatchObject({ statusCode: 204 })
  expect(await gateway(cloud)('GET /api/v1/me/standing', { cookies })).toMatchObject({ statusCode: 401 })
})

test('no log of a function names anybody', async () => {
  await signedIn('/auth/login', person('quiet-1', 'quiet@shop.example'))
  const log = (await cloud.started('Portal')).log()
  expect(log).toContain('"service":"portal"')
  expect(log).not.toMatch(/quiet|Ida|shop\.example/)
})
