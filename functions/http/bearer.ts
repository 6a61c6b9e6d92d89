import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { expiringCache } from './expiring-cache.ts'
import type { Identify, Identity, Scope } from './identity.ts'
import { isSubject } from './is-subject.ts'
import { Problem } from './problem.ts'
import { isScope } from './scope.ts'

export interface BearerOptions {
  /** The provider, exactly as it stands in its tokens. */
  readonly issuer: string
  /** What our tokens are for: their audience, and what Cognito puts in front of their scopes ("cleartier/events:write"). */
  readonly audience: string
  /** The provider's public keys: jose's `createRemoteJWKSet`, or a local set. */
  readonly keys: JWTVerifyGetKey
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** Public keys only: with `none` or HS256 anybody could sign. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256']
const REMEMBERED = 1000

/**
 * Recognises machines by their bearer token: null without one, a 401 problem for one that is not good. A token that was
 * good is remembered until it expires, because checking a signature costs nearly half a database read.
 */
export function bearer({ issuer, audience, keys, now }: BearerOptions): Identify {
  const verified = expiringCache<Identity>(REMEMBERED)
  return async (request) => {
    const header = request.headers.get('authorization')
    if (header === null) return null
    const token = /^Bearer +([\w.~+/=-]+) *$/i.exec(header)?.[1]
    if (token === undefined) throw refused('Send it as in "Authorization: Bearer <token>".')
    return verified.get(token, now()) ?? (await verify(token))
  }

  async function verify(token: string): Promise<Identity> {
    const payload = await payloadOf(token)
    const identity = identityOf(payload, audience)
    verified.set(token, identity, (payload.exp ?? 0) * 1000)
    return identity
  }

  async function payloadOf(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'sub'],
        currentDate: new Date(now()),
      })
      return payload
    } catch (error) {
      throw isTokensFault(error) ? refused(reasonOf(error)) : unreachable()
    }
  }
}

/** A token of another audience is refused; one without an audience, as Cognito's are, must name ours in its scopes. */
function identityOf(payload: JWTPayload, audience: string): Identity {
  const prefix = `${audience}/`
  const words = typeof payload.scope === 'string' ? payload.scope.split(' ') : []
  const ours = words.filter((word) => word.startsWith(prefix)).map((word) => word.slice(prefix.length))
  const audiences = [payload.aud ?? []].flat()
  if (payload.token_use !== undefined && payload.token_use !== 'access') throw refused('It is no access token.')
  if (audiences.length > 0 ? !audiences.includes(audience) : ours.length === 0)
    throw refused('It is for somebody else.')
  // Cognito gives access tokens to people as well; a machine's has no subject but its client.
  if (payload.token_use === 'access' && payload.client_id !== payload.sub) throw refused("It is a person's.")
  if (!isSubject(payload.sub)) throw refused('Its subject is not made of 1 to 255 characters of ASCII.')
  const scopes = new Set<Scope>((audiences.length > 0 ? [...words, ...ours] : ours).filter(isScope))
  return { kind: 'machine', subject: payload.sub, scopes }
}

/** What jose throws for the token itself; anything else means that the provider's keys could not be had. */
function isTokensFault(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return false
  return !(
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    error.code === 'ERR_JOSE_GENERIC'
  )
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'It has expired. Get a new one.'
  if (error instanceof errors.JWTClaimValidationFailed) return `Its claim "${error.claim}" is not what it must be.`
  return 'It was not signed by our provider. Get one from there.'
}

const refused = (why: string) =>
  new Problem(401, 'bad_token', `The bearer token is not good. ${why}`, {
    headers: { 'WWW-Authenticate': 'Bearer realm="cleartier", error="invalid_token"' },
  })

const unreachable = () =>
  new Problem(503, 'provider_unreachable', 'The token cannot be checked right now. Send the same request again.', {
    headers: { 'Retry-After': '5' },
  })
