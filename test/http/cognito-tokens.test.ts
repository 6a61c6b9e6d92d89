import type { JWTPayload } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { machinesOf } from '#http/machines.ts'
import { idClaims, machinesClaims, personsClaims } from './cognito-claims.ts'
import { type StandInCognito, type StandInPool, standInCognito } from './stand-in-cognito.ts'

const NOW = Date.UTC(2026, 5, 15, 12)
const OURS = 'urn:cleartier:api/'

let cognito: StandInCognito
let staff: StandInPool
let members: StandInPool

beforeAll(async () => {
  cognito = await standInCognito()
  staff = await cognito.pool('Staff')
  members = await cognito.pool('Members')
})

afterAll(() => cognito.close())

/** Whom the functions take the bearer of a token for: they ask the staff's pool for its keys. */
async function bearerOf(token: string) {
  const headers = { Authorization: `Bearer ${token}` }
  return machinesOf(staff.issuer, () => NOW)(new Request('https://shop.example/api/v1/events', { headers }))
}

describe('a machine with a token of Cognito', () => {
  test('has the rights that the token names, and is known by its client', async () => {
    expect(await bearerOf(await staff.sign(machinesClaims(staff.issuer, NOW)))).toEqual({
      kind: 'machine',
      subject: '5shopclient',
      scopes: new Set(['events:write']),
    })
  })

  test('has several rights when its client has them', async () => {
    const scope = `${OURS}finance:read ${OURS}finance:close`
    const token = await staff.sign(machinesClaims(staff.issuer, NOW, { scope }))
    expect(await bearerOf(token)).toMatchObject({ scopes: new Set(['finance:read', 'finance:close']) })
  })

  test('has none of a right that belongs to another API of the pool, or that we do not know', async () => {
    const scope = `${OURS}events:write urn:payroll:api/ops ${OURS}tiers:set ops`
    const token = await staff.sign(machinesClaims(staff.issuer, NOW, { scope }))
    expect(await bearerOf(token)).toMatchObject({ scopes: new Set(['events:write']) })
  })
})

describe('no machine is', () => {
  const machine = (over: JWTPayload) => () => staff.sign(machinesClaims(staff.issuer, NOW, over))
  const cases: readonly [string, () => Promise<string>, string][] = [
    ['a person with their ID token', () => staff.sign(idClaims(staff.issuer, NOW)), 'no access token'],
    ['a person with their access token', () => staff.sign(personsClaims(staff.issuer, NOW)), 'somebody else'],
    [
      'a person whose access token names our rights',
      () => staff.sign(personsClaims(staff.issuer, NOW, { scope: `openid ${OURS}ops` })),
      "a person's",
    ],
    [
      'a person whose ID token names our rights and our audience',
      () => staff.sign(idClaims(staff.issuer, NOW, { scope: `${OURS}ops`, aud: 'urn:cleartier:api' })),
      'no access token',
    ],
    [
      'a client of the customers’ pool',
      () => members.sign(machinesClaims(members.issuer, NOW)),
      'not signed by our provider',
    ],
    [
      'a client of the customers’ pool that says it is of the staff’s',
      () => members.sign(machinesClaims(staff.issuer, NOW)),
      'not signed by our provider',
    ],
    [
      'a token of the right key that names another pool',
      machine({ iss: 'https://cognito-idp.eu-west-2.amazonaws.com/eu-west-2_Other' }),
      'claim "iss"',
    ],
    ['a token that expired a second ago', machine({ exp: NOW / 1000 - 1 }), 'expired'],
    ['a client with no rights of ours', machine({ scope: 'urn:payroll:api/ops' }), 'somebody else'],
    ['a client with rights that only look like ours', machine({ scope: 'urn:cleartier:apis/ops' }), 'somebody else'],
    ['a client in whose token another is the subject', machine({ client_id: '5otherclient' }), "a person's"],
  ]

  test.each(cases)('%s', async (_, token, why) => {
    await expect(bearerOf(await token())).rejects.toMatchObject({
      ...{ status: 401, code: 'bad_token' },
      message: expect.stringContaining(why),
    })
  })
})
