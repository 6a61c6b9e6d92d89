import type { JWTPayload } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { doorsTo } from '#portal/doors.ts'
import type { SignInProvider, Ticket } from '#portal/provider.ts'
import { idClaims, personsClaims } from '../http/cognito-claims.ts'
import { type StandInCognito, type StandInPool, standInCognito } from '../http/stand-in-cognito.ts'

const ORIGIN = 'https://shop.example'
/** The provider goes by the machine's clock, so its tokens are made by it. Whole seconds, as they stand in tokens. */
const now = Math.floor(Date.now() / 1000) * 1000

let cognito: StandInCognito
let members: StandInPool
let staff: StandInPool
let provider: SignInProvider

beforeAll(async () => {
  cognito = await standInCognito()
  members = await cognito.pool('Members')
  staff = await cognito.pool('Staff')
})

afterAll(() => cognito.close())

beforeEach(() => {
  provider = doors().staff
})

const doors = () =>
  doorsTo(
    { issuer: members.issuer, clientId: '1portalclient', clientSecret: '2memberssecret', origin: ORIGIN },
    { issuer: staff.issuer, clientId: '3portalclient', clientSecret: '4staffsecret', origin: ORIGIN },
  )

/** Comes back from the staff's pages with an ID token of these claims, beside the access token that Cognito adds. */
async function comeBackWith(claims: (ticket: Ticket) => JWTPayload, by: StandInPool = staff) {
  const { ticket } = await provider.begin()
  const id_token = await by.sign(claims(ticket))
  staff.gives({ id_token, access_token: await staff.sign(personsClaims(staff.issuer, now)), refresh_token: 'opaque' })
  return provider.finish(`?code=code-1&state=${ticket.state}`, ticket)
}

const finn = (over: JWTPayload = {}) => comeBackWith(({ nonce }) => idClaims(staff.issuer, now, { nonce, ...over }))

describe('leaving for a pool’s pages', () => {
  test('says what Cognito asks for, and nothing that it does not know', async () => {
    const { url, ticket } = await provider.begin()
    expect(url.pathname).toBe('/Staff.auth/oauth2/authorize')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      ...{ response_type: 'code', client_id: '3portalclient', redirect_uri: 'https://shop.example/auth/callback' },
      // Cognito refuses scopes that a client was not given (`infra/portal-at-pool.ts`).
      ...{ scope: 'openid email profile', prompt: 'login', state: ticket.state, nonce: ticket.nonce },
      ...{ code_challenge: expect.any(String), code_challenge_method: 'S256' },
    })
  })

  test('each door leads to its own pool, as its own client', async () => {
    const { url } = await doors().members.begin()
    expect(url.pathname).toBe('/Members.auth/oauth2/authorize')
    expect(url.searchParams.get('client_id')).toBe('1portalclient')
  })
})

describe('coming back from a pool', () => {
  test('the code is changed for tokens with the client’s secret and the verifier, at that pool alone', async () => {
    await finn()
    const { client, form } = staff.asked.at(-1) ?? {}
    expect(client).toBe('3portalclient:4staffsecret')
    expect(Object.fromEntries(form ?? [])).toMatchObject({
      ...{ grant_type: 'authorization_code', code: 'code-1', code_verifier: expect.any(String) },
      redirect_uri: 'https://shop.example/auth/callback',
    })
    expect(members.asked).toEqual([])
  })

  test('a person is known by subject, address, name and groups', async () => {
    expect(await finn()).toEqual({
      subject: 'a6e2d234-8051-70d1-7b1a-1c0f6f6e2b11',
      verifiedEmail: 'finn@shop.example',
      name: 'Finn Aalto',
      groups: ['finance'],
    })
  })

  test.each(['groups', 'roles'])('of another provider, groups are what it calls %s', async (claim) => {
    const claims = ({ nonce }: Ticket) => {
      const { 'cognito:groups': _groups, ...rest } = idClaims(staff.issuer, now, { nonce })
      return { ...rest, [claim]: ['marketing'] }
    }
    expect(await comeBackWith(claims)).toMatchObject({ groups: ['marketing'] })
  })

  test('what else a pool says of somebody brings no rights beside its groups', async () => {
    expect(await finn({ groups: ['ops'], roles: ['ops'] })).toMatchObject({ groups: ['finance'] })
  })

  test('somebody in no group, and without a name, has none', async () => {
    const claims = ({ nonce }: Ticket) => {
      const { 'cognito:groups': _groups, name: _name, ...rest } = idClaims(staff.issuer, now, { nonce })
      return rest
    }
    expect(await comeBackWith(claims)).toMatchObject({ name: null, groups: [] })
  })

  test.each([
    [true, 'finn@shop.example'],
    ['true', 'finn@shop.example'],
    [false, null],
    ['false', null],
  ])('an address whose email_verified is %j is taken as %j', async (email_verified, verifiedEmail) => {
    expect(await finn({ email_verified })).toMatchObject({ verifiedEmail })
  })
})

describe('nobody comes back with', () => {
  const seconds = now / 1000
  const ofStaff = (over: JWTPayload) => () => finn(over)
  const cases: readonly [string, () => Promise<unknown>][] = [
    ['an ID token of another client', ofStaff({ aud: '9otherclient' })],
    ['an ID token of another pool', ofStaff({ iss: 'https://cognito-idp.eu-west-2.amazonaws.com/eu-west-2_Other' })],
    [
      'an ID token of the customers’ pool',
      () => comeBackWith(({ nonce }) => idClaims(members.issuer, now, { nonce }), members),
    ],
    ['an ID token that has expired', ofStaff({ iat: seconds - 7200, exp: seconds - 3600 })],
    ['an ID token of another sign-in', ofStaff({ nonce: 'of-another-sign-in' })],
    ['an ID token without a nonce', () => comeBackWith(() => idClaims(staff.issuer, now))],
    [
      'an access token in the place of the ID token',
      () => comeBackWith(({ nonce }) => personsClaims(staff.issuer, now, { nonce })),
    ],
  ]

  test.each(cases)('%s', async (_, comeBack) => {
    await expect(comeBack()).rejects.toMatchObject({ name: 'SignInFailed', reason: 'stale' })
  })

  test('the state of another sign-in', async () => {
    const { ticket } = await provider.begin()
    const back = provider.finish('?code=code-1&state=of-another-sign-in', ticket)
    await expect(back).rejects.toMatchObject({ name: 'SignInFailed', reason: 'stale' })
  })
})

describe('one provider behind both doors', () => {
  test('is one and the same when issuer and client are', () => {
    const own = { issuer: 'https://id.shop.example', clientId: 'portal', clientSecret: 'secret', origin: ORIGIN }
    const { members, staff } = doorsTo(own, { ...own })
    expect(members).toBe(staff)
  })

  test('is not taken for one when the clients differ', () => {
    const own = { issuer: 'https://id.shop.example', clientId: 'portal', clientSecret: 'secret', origin: ORIGIN }
    const { members, staff } = doorsTo(own, { ...own, clientId: 'back-office' })
    expect(members).not.toBe(staff)
  })
})
