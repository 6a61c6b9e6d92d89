import { type ClientMetadata, type Configuration, type JWKS, Provider } from 'oidc-provider'
import { API_AUDIENCE } from '#http/machines.ts'
import { DEMO_MACHINES } from '../demo-people.ts'
import { claimsOf, type Guests } from './accounts.ts'
import { providerProblemPage } from './login-page.ts'
import { loginSteps } from './login-steps.ts'
import { memoryAdapters } from './memory-adapter.ts'
import { pageFiles } from './page-files.ts'

export interface DemoProviderOptions {
  /** "http://localhost:4321": the provider is at `/oidc` below it. */
  readonly origin: string
  readonly clientSecret: string
  /** Private keys to sign tokens with. */
  readonly jwks: JWKS
  readonly cookieSecret: string
  readonly guests: Guests
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** The portal's own name at the provider. */
export const PORTAL_CLIENT = 'portal'

const HOUR = 3600

/**
 * The embedded sign-in of a house on one machine: a certified OpenID Connect provider with people and imported
 * customers, and client credentials for the demo machines, which get all their scopes without naming any.
 */
export function demoProvider(options: DemoProviderOptions): Provider {
  const provider = new Provider(`${options.origin}/oidc`, configurationOf(options))
  provider.use(pageFiles)
  provider.use(loginSteps(provider, options.guests))
  return provider
}

function configurationOf({
  origin,
  clientSecret,
  jwks,
  cookieSecret,
  guests,
  now,
}: DemoProviderOptions): Configuration {
  return {
    adapter: memoryAdapters(now),
    clients: [portalClient(origin, clientSecret), ...Object.keys(DEMO_MACHINES).map(machineClient)],
    jwks,
    // Cookies are shared by all ports of a host, so the provider's have names of their own.
    cookies: {
      keys: [cookieSecret],
      names: { session: 'demo_provider', interaction: 'demo_provider_form', resume: 'demo_provider_resume' },
    },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'cognito:groups'] },
    scopes: ['openid', 'email', 'profile'],
    // Claims stand in the ID token, as Cognito has them.
    conformIdTokenClaims: false,
    findAccount: (_ctx, id) => {
      const claims = claimsOf(guests, id)
      return claims && { accountId: id, claims: () => claims }
    },
    interactions: { url: (_ctx, { uid }) => `/oidc/interaction/${uid}` },
    loadExistingGrant: grantEverything,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: (_ctx, client) => (client?.clientId === PORTAL_CLIENT ? [] : API_AUDIENCE),
        getResourceServerInfo: (_ctx, _resource, client) => ({
          scope: DEMO_MACHINES[client.clientId] ?? '',
          accessTokenFormat: 'jwt',
          accessTokenTTL: HOUR,
        }),
      },
    },
    formats: { customizers: { jwt: grantAllScopes } },
    pkce: { required: () => true },
    ttl: {
      ClientCredentials: HOUR,
      AccessToken: HOUR,
      IdToken: HOUR,
      Interaction: HOUR / 6,
      Session: HOUR,
      Grant: HOUR,
    },
    renderError: async (ctx, { error_description: description, error }) => {
      ctx.type = 'html'
      ctx.body = String(await providerProblemPage(description ?? error))
    },
  }
}

const portalClient = (origin: string, secret: string): ClientMetadata => ({
  client_id: PORTAL_CLIENT,
  client_secret: secret,
  redirect_uris: [`${origin}/auth/callback`],
  grant_types: ['authorization_code'],
  response_types: ['code'],
})

const machineClient = (name: string): ClientMetadata => ({
  client_id: name,
  client_secret: `demo-${name}`,
  grant_types: ['client_credentials'],
  redirect_uris: [],
  response_types: [],
})

/** The portal is the provider's own, so nobody is asked whether it may know their name. */
const grantEverything: Configuration['loadExistingGrant'] = async ({ oidc }) => {
  const { client, session, provider } = oidc
  if (!client || !session?.accountId) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid email profile')
  await grant.save()
  return grant
}

/** A machine that names no scope gets all of its own, as `curl -d grant_type=client_credentials` expects. */
const grantAllScopes: NonNullable<NonNullable<Configuration['formats']>['customizers']>['jwt'] = (ctx, token, jwt) => {
  const all = DEMO_MACHINES[ctx.oidc.client?.clientId ?? '']
  if (all === undefined || 'accountId' in token) return
  token.scope ??= all
  jwt.payload.scope = token.scope
}
