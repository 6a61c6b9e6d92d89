import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'

/** A user pool as far as its tokens go: its issuer, and what it signs. */
export interface StandInPool {
  /** "http://localhost:4567/eu-west-2_Members" */
  readonly issuer: string
  /** The claims, signed with the pool's own key. */
  readonly sign: (claims: JWTPayload) => Promise<string>
  /** What the token endpoint answers with from now on. */
  readonly gives: (tokens: Readonly<Record<string, string>>) => void
  /** What the token endpoint was sent, newest last. */
  readonly asked: readonly { readonly client: string; readonly form: URLSearchParams }[]
}

export interface StandInCognito {
  readonly pool: (name: string) => Promise<StandInPool>
  readonly close: () => Promise<void>
}

type Answer = (client: string, form: URLSearchParams) => object

/**
 * Stands where Cognito's network stands, as its developer guide describes it: an issuer for each pool, with discovery and
 * keys below it, and a token endpoint elsewhere, which asks for the client's secret in the header.
 */
export async function standInCognito(): Promise<StandInCognito> {
  const answers = new Map<string, Answer>()
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const answer = answers.get(request.url ?? '')
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' })
    const form = new URLSearchParams(Buffer.concat(chunks).toString())
    response.end(JSON.stringify(answer?.(clientIn(request.headers.authorization), form) ?? {}))
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return { pool: (name) => standInPool(origin, name, answers), close: () => closed(server) }
}

async function standInPool(origin: string, name: string, answers: Map<string, Answer>): Promise<StandInPool> {
  const issuer = `${origin}/eu-west-2_${name}`
  const pages = `/${name}.auth/oauth2`
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const kid = `key-of-${name}`
  const asked: { client: string; form: URLSearchParams }[] = []
  let tokens: Readonly<Record<string, string>> = {}
  answers.set(`/eu-west-2_${name}/.well-known/openid-configuration`, () => ({
    ...{ issuer, jwks_uri: `${issuer}/.well-known/jwks.json` },
    ...{ authorization_endpoint: `${origin}${pages}/authorize`, token_endpoint: `${origin}${pages}/token` },
    ...{ response_types_supported: ['code', 'token'], subject_types_supported: ['public'] },
    ...{ id_token_signing_alg_values_supported: ['RS256'], scopes_supported: ['openid', 'email', 'phone', 'profile'] },
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  }))
  answers.set(`/eu-west-2_${name}/.well-known/jwks.json`, await keysOf(publicKey, kid))
  answers.set(`${pages}/token`, (client, form) => {
    asked.push({ client, form })
    return { ...tokens, expires_in: 300, token_type: 'Bearer' }
  })
  return {
    issuer,
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey),
    gives: (given) => {
      tokens = given
    },
    asked,
  }
}

async function keysOf(publicKey: CryptoKey, kid: string): Promise<() => { readonly keys: readonly JWK[] }> {
  const keys = [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }]
  return () => ({ keys })
}

/** "portal:secret" of a Basic header; empty without one. */
const clientIn = (authorization = '') => Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString()

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}
