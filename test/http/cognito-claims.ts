import type { JWTPayload } from 'jose'

const SECOND = 1000

/** What every token of Cognito has, whatever it is for. `now` is epoch milliseconds. */
const anyToken = (issuer: string, now: number): JWTPayload => ({
  ...{ iss: issuer, iat: now / SECOND, exp: now / SECOND + 300, jti: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' },
  origin_jti: '1b2c3d4e-5f6a-4b7c-8d9e-0f1a2b3c4d5e',
})

const FINNS_SUB = 'a6e2d234-8051-70d1-7b1a-1c0f6f6e2b11'

/** A person's ID token. */
export const idClaims = (issuer: string, now: number, over: JWTPayload = {}): JWTPayload => ({
  ...anyToken(issuer, now),
  ...{ sub: FINNS_SUB, 'cognito:username': FINNS_SUB, 'cognito:groups': ['finance'], name: 'Finn Aalto' },
  ...{ email: 'finn@shop.example', email_verified: true, aud: '3portalclient', token_use: 'id' },
  ...{ auth_time: now / SECOND, event_id: '5f1d0c6e-2f7b-4a3e-9f5b-0d1c2b3a4958' },
  ...over,
})

/** A person's access token, as it comes beside their ID token. It has no audience. */
export const personsClaims = (issuer: string, now: number, over: JWTPayload = {}): JWTPayload => ({
  ...anyToken(issuer, now),
  ...{ sub: FINNS_SUB, username: FINNS_SUB, 'cognito:groups': ['finance'], client_id: '3portalclient' },
  ...{ token_use: 'access', scope: 'openid profile email', auth_time: now / SECOND, version: 2 },
  ...over,
})

/** A machine's access token, by client credentials: the client is the subject. It has no audience either. */
export const machinesClaims = (issuer: string, now: number, over: JWTPayload = {}): JWTPayload => ({
  ...anyToken(issuer, now),
  ...{ sub: '5shopclient', client_id: '5shopclient', token_use: 'access', version: 2 },
  ...{ scope: 'urn:cleartier:api/events:write', auth_time: now / SECOND },
  ...over,
})
