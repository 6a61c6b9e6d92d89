import * as oidc from 'openid-client'
import { isSubject } from '#http/is-subject.ts'

/** A person as the provider vouches for them. */
export interface Person {
  readonly subject: string
  /** Null unless the provider has verified that it is theirs. */
  readonly verifiedEmail: string | null
  readonly name: string | null
  readonly groups: readonly string[]
}

/** What has to be remembered between leaving for the provider and coming back. */
export interface Ticket {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Signs people in by OpenID Connect: code flow with PKCE, state and nonce. */
export interface SignInProvider {
  /** The provider's page to go to. Throws {@link SignInFailed} when the provider cannot be reached. */
  begin(): Promise<{ readonly url: URL; readonly ticket: Ticket }>
  /** `query` is that of the callback. Throws {@link SignInFailed}. */
  finish(query: string, ticket: Ticket): Promise<Person>
}

export type SignInFailure = 'cancelled' | 'stale' | 'unavailable'

export class SignInFailed extends Error {
  override readonly name = 'SignInFailed'
  readonly reason: SignInFailure

  constructor(reason: SignInFailure, cause: unknown) {
    super(`Signing in failed: ${reason}.`, { cause })
    this.reason = reason
  }
}

export interface SignInProviderOptions {
  /** "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc". Plain http is accepted for this machine alone. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where the pages are served from; the callback is made from it, never from a request. */
  readonly origin: string
}

/** The provider's settings are looked up at first use and kept; a look-up that failed is tried again. */
export function signInProvider({ issuer, clientId, clientSecret, origin }: SignInProviderOptions): SignInProvider {
  const callback = new URL('/auth/callback', origin)
  let settings: Promise<oidc.Configuration> | undefined

  async function discovered(): Promise<oidc.Configuration> {
    const server = new URL(issuer)
    const insecure = server.protocol === 'http:' && server.hostname === 'localhost'
    settings ??= oidc.discovery(server, clientId, {}, oidc.ClientSecretBasic(clientSecret), {
      execute: insecure ? [oidc.allowInsecureRequests] : [],
    })
    try {
      return await settings
    } catch (error) {
      settings = undefined
      throw new SignInFailed('unavailable', error)
    }
  }

  return {
    async begin() {
      const verifier = oidc.randomPKCECodeVerifier()
      const ticket = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier }
      const url = oidc.buildAuthorizationUrl(await discovered(), {
        redirect_uri: callback.href,
        scope: 'openid email profile',
        state: ticket.state,
        nonce: ticket.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        // Asks for the password every time, so that signing out here is enough on a shared machine.
        prompt: 'login',
      })
      return { url, ticket }
    },

    async finish(query, { state, nonce, verifier }) {
      const config = await discovered()
      try {
        const tokens = await oidc.authorizationCodeGrant(config, new URL(query, callback), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        return personOf(tokens.claims() ?? {})
      } catch (error) {
        throw new SignInFailed(reasonOf(error), error)
      }
    },
  }
}

/** Where providers say who belongs to what: Cognito, most others, and Entra with the roles of an app. The first that is there. */
const GROUP_CLAIMS = ['cognito:groups', 'groups', 'roles']

/** Cognito writes `email_verified` as a boolean or as text. */
function personOf(claims: Readonly<Record<string, unknown>>): Person {
  const { sub, email, email_verified: verified, name } = claims
  const groups = GROUP_CLAIMS.map((claim) => claims[claim]).find((value) => value !== undefined)
  if (!isSubject(sub)) throw new TypeError('The provider names a person by what is no subject.')
  const isVerified = verified === true || verified === 'true'
  return {
    subject: sub,
    verifiedEmail: isVerified && typeof email === 'string' ? email : null,
    name: typeof name === 'string' ? name : null,
    groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : [],
  }
}

/** What the provider answered, or that it did not: the person is told to try again, now or in a while. */
function reasonOf(error: unknown): SignInFailure {
  if (error instanceof oidc.AuthorizationResponseError) return error.error === 'access_denied' ? 'cancelled' : 'stale'
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500 ? 'unavailable' : 'stale'
  return error instanceof oidc.ClientError && error.code?.startsWith('OAUTH_') ? 'stale' : 'unavailable'
}
