import { Hono } from 'hono'
import type { Identify } from '#http/identity.ts'
import { SESSION_COOKIE } from '#http/session-cookie.ts'
import { sessionIdentity } from '#http/session-identity.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { staffSignedOutAt } from '#ledger/staff-sessions.ts'
import { portalApp } from '#portal/app.ts'
import { authApp } from '#portal/auth.ts'
import type { Door, Doors } from '#portal/doors.ts'
import type { Person, SignInProvider } from '#portal/provider.ts'

export const ORIGIN = 'https://shop.example'
export const COOKIE_KEY = new Uint8Array(32).fill(7)
export const PSEUDONYM_KEY = new Uint8Array(32).fill(9)

/** What our own pages send with whatever they change. */
export const FROM_OUR_PAGES = { origin: ORIGIN, 'x-requested-with': 'cleartier' }

export interface PortalHouse {
  readonly app: Hono
  readonly identify: Identify
  /** What was reported as unforeseen. */
  readonly reports: readonly unknown[]
}

/** Says whom a provider vouches for, or why it does not. */
export type Vouching = () => Person | Error

/** The portal and sign-in on a ledger, with one provider behind both doors, or one behind each. */
export function portalHouse(
  ledger: Ledger,
  now: () => number,
  vouchers: Vouching | Readonly<Record<Door, Vouching>> = () => ANNA,
  offerOrigins: readonly string[] = [],
): PortalHouse {
  const reports: unknown[] = []
  const identify = sessionIdentity({
    cookieKey: COOKIE_KEY,
    origin: ORIGIN,
    now,
    staffSignedOutAt: staffSignedOutAt(ledger),
  })
  const deps = {
    ledger,
    identify,
    pseudonymKey: PSEUDONYM_KEY,
    now,
    report: (error: unknown) => void reports.push(error),
  }
  const doors = typeof vouchers === 'function' ? sharedDoor(vouchers) : ownDoors(vouchers)
  const app = new Hono()
  app.route('/', authApp({ ...deps, doors, cookieKey: COOKIE_KEY, emailHash: (email) => `hash of ${email}` }))
  app.route('/', portalApp({ ...deps, offerOrigins }))
  return { app, identify, reports }
}

export const ANNA: Person = {
  subject: 'sub-anna',
  verifiedEmail: 'anna@shop.example',
  name: 'Anna Berg',
  groups: [],
}

function sharedDoor(vouching: Vouching): Doors {
  const provider = standInProvider('provider', vouching)
  return { members: provider, staff: provider }
}

const ownDoors = ({ members, staff }: Readonly<Record<Door, Vouching>>): Doors => ({
  members: standInProvider('members', members),
  staff: standInProvider('staff', staff),
})

/** Stands where the provider's network stands; the real one is met in test/e2e. */
function standInProvider(name: string, person: Vouching): SignInProvider {
  return {
    begin: async () => ({
      url: new URL(`https://${name}.example/authorize`),
      ticket: { state: 'state-1', nonce: 'nonce-1', verifier: 'verifier-1' },
    }),
    finish: async () => {
      const found = person()
      if (found instanceof Error) throw found
      return found
    },
  }
}

/** The value of a cookie that a response sets; undefined when it sets none of that name. */
export function cookieSetBy(response: Response, name: string): string | undefined {
  const header = response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`))
  return header?.slice(name.length + 1).split(';')[0]
}

/** Goes through the whole sign-in; returns the session cookie as a header. */
export async function signedIn(
  app: Hono,
  returnTo = '/standing',
  by = '/auth/login',
): Promise<{ readonly cookie: string }> {
  const response = await comeBack(app, returnTo, by)
  const session = cookieSetBy(response, SESSION_COOKIE)
  if (session === undefined) throw new Error(`No session: the callback answered ${response.status}.`)
  return { cookie: `${SESSION_COOKIE}=${session}` }
}

/** The answer of the callback after a sign-in was begun; with no `returnTo`, people land where they begin. */
export async function comeBack(
  app: Hono,
  returnTo: string | null = '/standing',
  by = '/auth/login',
): Promise<Response> {
  const left = await app.request(returnTo === null ? by : `${by}?returnTo=${encodeURIComponent(returnTo)}`)
  const attempt = left.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return app.request('/auth/callback?code=code-1&state=state-1', { headers: { cookie: attempt } })
}
