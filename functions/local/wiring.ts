import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { deskApp } from '#desk/app.ts'
import { financeApp } from '#finance/app.ts'
import { bearer } from '#http/bearer.ts'
import { createApp } from '#http/create-app.ts'
import { emailHash } from '#http/email-hash.ts'
import { firstOf } from '#http/first-of.ts'
import { API_AUDIENCE } from '#http/machines.ts'
import { openapiApp } from '#http/openapi-app.ts'
import { sessionIdentity } from '#http/session-identity.ts'
import { intakeApp } from '#intake/app.ts'
import type { Books } from '#ledger/books.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Press } from '#ledger/press.ts'
import { pseudonymOf } from '#ledger/pseudonym.ts'
import type { Archive } from '#ledger/seal/archive.ts'
import { openKeySigner } from '#ledger/seal/signer.ts'
import { staffSignedOutAt } from '#ledger/staff-sessions.ts'
import { portalApp } from '#portal/app.ts'
import { authApp } from '#portal/auth.ts'
import { signInProvider } from '#portal/provider.ts'
import type { PageStore } from '#publisher/page-store.ts'
import { studioApp } from '#studio/app.ts'
import type { PictureStore } from '#studio/picture-store.ts'
import type { PublicPages } from '#studio/public-pages.ts'
import { DEMO_PEOPLE, DEMO_STAFF } from './demo-people.ts'
import { demoShop, shopOriginOf } from './demo-shop/demo-shop.ts'
import { framePreviews } from './framed-previews.ts'
import { lentToShops, OFFER_PATH } from './offer-script.ts'
import { demoProvider, PORTAL_CLIENT } from './oidc/demo-provider.ts'
import { openapiDocument } from './openapi-document.ts'
import type { Secrets } from './secrets.ts'
import { staticPages } from './static-pages.ts'

export interface WiringOptions {
  readonly origin: string
  readonly ledger: Ledger
  readonly press: Press
  readonly books: Books
  /** Where closed months are kept. */
  readonly archive: Archive
  readonly pages: PageStore
  /** Tries and renews what is in `pages`. */
  readonly publicPages: PublicPages
  readonly pictures: PictureStore
  readonly secrets: Secrets
  /** Else its members are its own, and the demo's cannot sign in. */
  readonly hasDemoMembers: boolean
  /** Other sites whose pages may ask for a quote. Left out: none. */
  readonly offerOrigins?: readonly string[]
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly report: (error: unknown, requestId: string) => void
}

/** The provider goes by the machine's clock, also in a house that stands on another day. */
const machineClock = () => Date.now()

/** Every app behind one door: the provider below /oidc, the apps below /auth and /api/v1, and pages everywhere else. */
export function wiring(options: WiringOptions): RequestListener {
  const provider = providerListener(options)
  const apps = getRequestListener(houseApp(options).fetch, { overrideGlobalObjects: false })
  return (request, response) => {
    const isProviders = /^\/oidc(?:[/?]|$)/.test(request.url ?? '')
    void (isProviders ? provider(request, response) : apps(request, response))
  }
}

function houseApp(options: WiringOptions): Hono {
  const { origin, ledger, books, press, archive, pages, publicPages, pictures, secrets } = options
  const { offerOrigins = [], now, report } = options
  const { cookieKey, emailKey, pseudonymKey, portalSecret, providerKeys } = secrets
  const issuer = `${origin}/oidc`
  const identify = firstOf(
    bearer({ issuer, audience: API_AUDIENCE, keys: createLocalJWKSet(publicKeys(providerKeys)), now: machineClock }),
    sessionIdentity({ cookieKey, origin, now, staffSignedOutAt: staffSignedOutAt(ledger) }),
  )
  const deps = { ledger, books, identify, pseudonymKey, now, report }
  const sealing = { archive, signer: openKeySigner(secrets.signingKey), key: pseudonymKey }
  const provider = signInProvider({ issuer, clientId: PORTAL_CLIENT, clientSecret: portalSecret, origin })
  const hash = (email: string) => emailHash(email, emailKey)
  const app = new Hono()
  framePreviews(app)
  app.route('/', authApp({ ...deps, doors: { members: provider, staff: provider }, cookieKey, emailHash: hash }))
  const apps = [
    portalApp({
      ...deps,
      closedMonths: { books, archive, key: pseudonymKey },
      offerOrigins: [...offerOrigins, shopOriginOf(origin)],
    }),
    intakeApp({ ...deps, emailKey }),
    deskApp(deps),
    studioApp({ ...deps, press, pages: publicPages, pictures }),
    financeApp({ ...deps, press, pseudonym: pseudonymOf(pseudonymKey), sealing }),
    openapiApp(openapiDocument, report),
  ]
  for (const api of apps) app.route('/', api)
  // Whatever else lies below the base of the API is a problem, not a page.
  const elsewhere = createApp({ identify, report, isBusy: () => false }).app
  app.all('/api/*', (c) => elsewhere.fetch(c.req.raw))
  app.route('/', demoShop({ portal: origin, program: () => ledger.program(), now }))
  app.use(OFFER_PATH, lentToShops)
  app.route('/', staticPages(pages))
  return app
}

/** The provider finds its own address from `originalUrl`, as Node frameworks that mount apps leave it. */
function providerListener({ origin, ledger, secrets, hasDemoMembers }: WiringOptions) {
  const { emailKey, portalSecret, providerCookieSecret, providerKeys } = secrets
  const provider = demoProvider({
    origin,
    clientSecret: portalSecret,
    jwks: providerKeys,
    cookieSecret: providerCookieSecret,
    guests: {
      people: hasDemoMembers ? DEMO_PEOPLE : DEMO_STAFF,
      isMember: async (email) => (await ledger.memberByEmail(emailHash(email, emailKey))) !== undefined,
    },
    now: machineClock,
  })
  const callback = provider.callback()
  return (request: IncomingMessage & { originalUrl?: string }, response: ServerResponse) => {
    request.originalUrl = request.url ?? '/'
    request.url = request.originalUrl.slice('/oidc'.length) || '/'
    return callback(request, response)
  }
}

const publicKeys = ({ keys }: Secrets['providerKeys']): JSONWebKeySet => ({
  keys: keys.map(
    ({ kty = 'RSA', kid, alg, use, n, e }) => ({ kty, kid, alg, use, n, e }) as JSONWebKeySet['keys'][number],
  ),
})
