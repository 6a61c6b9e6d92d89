import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  SignJWT,
  UnsecuredJWT,
} from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { bearer } from '#http/bearer.ts'

const NOW = Date.UTC(2026, 5, 15, 12)
const ISSUER = 'https://id.fairweather.example'
const SECONDS = NOW / 1000

let ours: CryptoKeyPair
let jwks: JSONWebKeySet

beforeAll(async () => {
  ours = (await generateKeyPair('RS256', { extractable: true })) as CryptoKeyPair
  jwks = { keys: [{ ...(await exportJWK(ours.publicKey)), kty: 'RSA', kid: 'k1', alg: 'RS256' }] }
})

const claims = (rest: JWTPayload = {}): JWTPayload => ({
  ...{ iss: ISSUER, aud: 'cleartier', sub: 'shop', scope: 'events:write', exp: SECONDS + 3600 },
  ...rest,
})

const signed = (payload: JWTPayload, key: CryptoKey | Uint8Array = ours.privateKey, alg = 'RS256') =>
  new SignJWT(payload).setProtectedHeader({ alg, kid: 'k1' }).sign(key)

function identify(header: string) {
  const proof = bearer({ issuer: ISSUER, audience: 'cleartier', keys: createLocalJWKSet(jwks), now: () => NOW })
  return proof(new Request('https://shop.example/', { headers: { Authorization: header } }))
}

describe('a machine is known by its token', () => {
  test('with the rights that the token names, and no others', async () => {
    const token = await signed(claims({ scope: 'openid events:write tiers:set' }))
    expect(await identify(`Bearer ${token}`)).toEqual({
      kind: 'machine',
      subject: 'shop',
      scopes: new Set(['events:write']),
    })
  })

  test('of Cognito, which has no audience and puts it in front of its scopes', async () => {
    const { aud: _, ...rest } = claims({
      ...{ token_use: 'access', client_id: 'shop', scope: 'cleartier/events:write other/ops' },
    })
    expect(await identify(`Bearer ${await signed(rest)}`)).toMatchObject({ scopes: new Set(['events:write']) })
  })

  test('nobody is known without one', async () => {
    const proof = bearer({ issuer: ISSUER, audience: 'cleartier', keys: createLocalJWKSet(jwks), now: () => NOW })
    expect(await proof(new Request('https://shop.example/'))).toBeNull()
  })

  test('a token is checked once and remembered until it expires', async () => {
    let now = NOW
    let asked = 0
    const local = createLocalJWKSet(jwks)
    const keys: JWTVerifyGetKey = (...args) => {
      asked++
      return local(...args)
    }
    const proof = bearer({ issuer: ISSUER, audience: 'cleartier', keys, now: () => now })
    const headers = { Authorization: `Bearer ${await signed(claims())}` }
    const ask = () => proof(new Request('https://shop.example/', { headers }))
    await ask()
    await ask()
    expect(asked).toBe(1)
    now += 3_600_000
    await expect(ask()).rejects.toMatchObject({ status: 401, message: expect.stringContaining('expired') })
  })
})

describe('a token that is not good is refused', () => {
  const cases: readonly [string, () => Promise<string>][] = [
    ['nothing after the word', async () => 'Bearer '],
    ['no token', async () => 'Bearer abc'],
    ['another scheme', async () => `Basic ${btoa('shop:demo-shop')}`],
    ['no signature at all', async () => `Bearer ${new UnsecuredJWT(claims()).encode()}`],
    [
      'HS256 with the public key as the secret',
      async () => `Bearer ${await signed(claims(), publicKeyBytes(), 'HS256')}`,
    ],
    [
      'signed by somebody else',
      async () => `Bearer ${await signed(claims(), (await generateKeyPair('RS256')).privateKey)}`,
    ],
    ['changed after it was signed', async () => tampered(await signed(claims()))],
    ['another issuer', async () => `Bearer ${await signed(claims({ iss: `${ISSUER}.test` }))}`],
    ['another audience', async () => `Bearer ${await signed(claims({ aud: 'somebody-else' }))}`],
    [
      'another audience, though its scopes name ours',
      async () => `Bearer ${await signed(claims({ aud: 'x', scope: 'cleartier/ops' }))}`,
    ],
    ['no audience and bare scopes', async () => `Bearer ${await signed(without('aud'))}`],
    ['an ID token', async () => `Bearer ${await signed(claims({ token_use: 'id' }))}`],
    ['expired a second ago', async () => `Bearer ${await signed(claims({ exp: SECONDS - 1 }))}`],
    ['not valid yet', async () => `Bearer ${await signed(claims({ nbf: SECONDS + 60 }))}`],
    ['no expiry', async () => `Bearer ${await signed(without('exp'))}`],
    ['no subject', async () => `Bearer ${await signed(without('sub'))}`],
    ['an empty subject', async () => `Bearer ${await signed(claims({ sub: '' }))}`],
    ['a subject longer than keys can hold', async () => `Bearer ${await signed(claims({ sub: 'x'.repeat(256) }))}`],
    ['a subject that is no ASCII', async () => `Bearer ${await signed(claims({ sub: 'käthe' }))}`],
  ]

  test.each(cases)('%s', async (_, header) => {
    await expect(identify(await header())).rejects.toMatchObject({
      ...{ name: 'Problem', status: 401, code: 'bad_token' },
      extras: { headers: { 'WWW-Authenticate': expect.stringContaining('error="invalid_token"') } },
    })
  })

  test('but when the provider’s keys cannot be had, the token is not blamed', async () => {
    const keys = async () => {
      throw new TypeError('fetch failed')
    }
    const proof = bearer({ issuer: ISSUER, audience: 'cleartier', keys, now: () => NOW })
    const headers = { Authorization: `Bearer ${await signed(claims())}` }
    await expect(proof(new Request('https://shop.example/', { headers }))).rejects.toMatchObject({ status: 503 })
  })
})

const publicKeyBytes = () => new TextEncoder().encode(JSON.stringify(jwks.keys[0]))

function without(claim: string): JWTPayload {
  const { [claim]: _, ...rest } = claims()
  return rest
}

function tampered(token: string): string {
  const [header, , signature] = token.split('.')
  const payload = Buffer.from(JSON.stringify(claims({ scope: 'ops' }))).toString('base64url')
  return `Bearer ${header}.${payload}.${signature}`
}
