import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import type { Scope } from '#http/identity.ts'
import { API_AUDIENCE } from '#http/machines.ts'
import { type AwsAnswer, type AwsRequest, json } from './aws-request.ts'

/** A provider of tokens, as Cognito is one: its keys, where to find what, and tokens of its shape. */
export interface Issuer {
  /** The answer to a request that nobody signed for AWS. */
  answer(request: Pick<AwsRequest, 'path' | 'body'>): Promise<AwsAnswer>
  /** An access token of a machine, as the client-credentials grant gives it. */
  machineToken(issuer: string, ...scopes: readonly Scope[]): Promise<string>
}

export async function openIssuer(origin: string): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }
  const token = (issuer: string, claims: JWTPayload) =>
    new SignJWT({ sub: '7k3m9qxt4d2a', ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(issuer)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey)

  async function tokens(issuer: string, grant: URLSearchParams): Promise<AwsAnswer> {
    const claims = JSON.parse(Buffer.from(grant.get('code') ?? '', 'base64url').toString()) as JWTPayload
    const id_token = await token(issuer, { ...claims, token_use: 'id' })
    return json({ id_token, access_token: await token(issuer, {}), token_type: 'Bearer', expires_in: 3600 })
  }

  return {
    answer: async ({ path, body }) => {
      const [, pool, what] = /^\/([^/]+)\/(?:\.well-known\/)?(.+)$/.exec(path) ?? []
      const issuer = `${origin}/${pool}`
      if (what === 'jwks.json') return json({ keys: [jwk] })
      if (what === 'openid-configuration') return json(discovered(issuer))
      return what === 'oauth2/token' ? tokens(issuer, new URLSearchParams(body.toString())) : { status: 404 }
    },
    machineToken: (issuer, ...scopes) => {
      const scope = scopes.map((one) => `${API_AUDIENCE}/${one}`).join(' ')
      return token(issuer, { token_use: 'access', version: 2, client_id: '7k3m9qxt4d2a', scope })
    },
  }
}

/** What Cognito says of a pool ("OpenID Connect discovery"), as far as signing in asks for it. */
const discovered = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/oauth2/authorize`,
  token_endpoint: `${issuer}/oauth2/token`,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  response_types_supported: ['code', 'token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
})

/** The code with which somebody comes back from the provider's page that they were sent to: it holds who they are. */
export function codeFor(page: URL, claims: JWTPayload): string {
  const { nonce, client_id: aud } = Object.fromEntries(page.searchParams)
  return Buffer.from(JSON.stringify({ ...claims, nonce, aud })).toString('base64url')
}
