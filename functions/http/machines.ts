import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'
import { atFirstUse } from './at-first-use.ts'
import { bearer } from './bearer.ts'
import type { Identify } from './identity.ts'

/** What our access tokens are for, and what Cognito puts in front of their scopes. */
export const API_AUDIENCE = 'urn:cleartier:api'

/** How long the provider may take to hand out its keys, in milliseconds; a caller is told to come back sooner than wait. */
const KEYS_TIMEOUT_MS = 2000

/** Recognises machines by tokens of a provider: Cognito, or one that says where its keys are as OpenID Connect asks. */
export const machinesOf = (issuer: string, now: () => number): Identify =>
  bearer({ issuer, audience: API_AUDIENCE, keys: keysOf(issuer.replace(/\/$/, '')), now })

function keysOf(issuer: string): JWTVerifyGetKey {
  const remote = (address: string | URL) => createRemoteJWKSet(new URL(address), { timeoutDuration: KEYS_TIMEOUT_MS })
  // Where Cognito's are is known: asking would make the first call of every new copy wait once more.
  if (new URL(issuer).hostname.startsWith('cognito-idp.')) return remote(`${issuer}/.well-known/jwks.json`)
  const keys = atFirstUse(async () => remote(await addressFrom(issuer)))
  return async (header, token) => (await keys())(header, token)
}

/** Where a provider says that its keys are. Throws when it says nothing; whoever asks is told to come back. */
async function addressFrom(issuer: string): Promise<string> {
  const address = `${issuer}/.well-known/openid-configuration`
  const answer = await fetch(address, { signal: AbortSignal.timeout(KEYS_TIMEOUT_MS) })
  const { jwks_uri: keys } = (await answer.json()) as { readonly jwks_uri?: unknown }
  if (typeof keys === 'string') return keys
  throw new Error(`${address} names no keys.`)
}
