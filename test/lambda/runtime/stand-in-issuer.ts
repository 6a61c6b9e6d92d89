import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import type { Scope } from '#http/identity.ts'
import { API_AUDIENCE } from '#http/machines.ts'
import { type AwsAnswer, json } from './aws-request.ts'

/** A provider of tokens, as Cognito is one: its keys, where to find what, and tokens of its shape. */
export interface Issuer {
  /** The answer to a request that nobody signed. */
  answer(path: string): AwsAnswer
  /** An access token of a machine, as the client-credentials grant gives it. */
  machineToken(issuer: string, ...scopes: readonly Scope[]): Promise<string>
}

export async function openIssuer(origin: string): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }
  const token = (issuer: string, claims: JWTPayload) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(issuer)
      .setSubject('7k3m9qxt4d2a')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey)
  return {
    answer: (path) => {
      const [, pool, file] = /^\/([^/]+)\/\.well-known\/(jwks\.json|openid-configuration)$/.exec(path) ?? []
      if (pool === undefined) return { status: 404 }
      return file === 'jwks.json' ? json({ keys: [jwk] }) : json(discovered(`${origin}/${pool}`, origin))
    },
    machineToken: (issuer, ...scopes) => {
      const scope = scopes.map((one) => `${API_AUDIENCE}/${one}`).join(' ')
      return token(issuer, { token_use: 'access', version: 2, client_id: '7k3m9qxt4d2a', scope })
    },
  }
}

/** What Cognito says of a pool ("OpenID Connect discovery"), as far as signing in asks for it. */
const discovered = (issuer: string, origin: string) => ({
  issuer,
  authorization_endpoint: `${origin}/oauth2/authorize`,
  token_endpoint: `${origin}/oauth2/token`,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  response_types_supported: ['code', 'token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
})
