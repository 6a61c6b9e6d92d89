import { createRemoteJWKSet } from 'jose'
import { bearer } from './bearer.ts'
import type { Identify } from './identity.ts'

/** What our access tokens are for, and what Cognito puts in front of their scopes. */
export const API_AUDIENCE = 'urn:cleartier:api'

/** How long the provider may take to hand out its keys, in milliseconds; a caller is told to come back sooner than wait. */
const KEYS_TIMEOUT_MS = 2000

/** Recognises machines by tokens of a provider that publishes its keys where Cognito does. */
export function machinesOf(issuer: string, now: () => number): Identify {
  const address = new URL(`${issuer.replace(/\/$/, '')}/.well-known/jwks.json`)
  const keys = createRemoteJWKSet(address, { timeoutDuration: KEYS_TIMEOUT_MS })
  return bearer({ issuer, audience: API_AUDIENCE, keys, now })
}
