import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { SCOPES_OF_GROUP, type Scope } from '#http/identity.ts'
import { seal, unseal } from '#http/sealed.ts'
import { SESSION_MS, type Session, sealSession } from '#http/session.ts'
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from '#http/session-cookie.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { memberOf } from './enrol.ts'
import type { Person, SignInProvider, Ticket } from './provider.ts'
import { type SignInObstacle, STATUS_OF, signInPage } from './sign-in-page.ts'

export interface SignInDeps {
  readonly ledger: Ledger
  readonly provider: SignInProvider
  /** 32 bytes. */
  readonly cookieKey: Uint8Array
  /** The key of the pseudonyms, at least 32 bytes. */
  readonly pseudonymKey: Uint8Array
  /** The keyed hash under which a verified address is known. */
  readonly emailHash: (email: string) => string
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** Kept by the browser, sealed, between leaving for the provider and coming back. */
const ATTEMPT_COOKIE = '__Host-cleartier-sign-in'
const ATTEMPT_MS = 10 * 60_000

interface Attempt {
  readonly ticket: Ticket
  readonly returnTo: string
}

/** Leaves for the provider. */
export async function beginSignIn(c: Context, { provider, cookieKey, now }: SignInDeps, returnTo: string) {
  const { url, ticket } = await provider.begin()
  const attempt: Attempt = { ticket, returnTo }
  const sealed = await seal('sign-in', attempt, cookieKey, now(), ATTEMPT_MS)
  setCookie(c, ATTEMPT_COOKIE, sealed, { ...SESSION_COOKIE_OPTIONS, maxAge: ATTEMPT_MS / 1000 })
  return c.redirect(url.href)
}

/** Comes back from the provider: a new session, or a page that says why not. */
export async function finishSignIn(c: Context, deps: SignInDeps) {
  const { cookieKey, now, provider } = deps
  const sealed = getCookie(c, ATTEMPT_COOKIE)
  deleteCookie(c, ATTEMPT_COOKIE, SESSION_COOKIE_OPTIONS)
  const opened = sealed === undefined ? null : await unseal('sign-in', sealed, cookieKey, now())
  if (!opened) return signInObstacle(c, 'stale')
  // Whatever opens with our key was sealed by `beginSignIn`, so its shape is known.
  const { ticket, returnTo } = opened.value as Attempt
  const session = await sessionOf(await provider.finish(new URL(c.req.url).search, ticket), deps)
  if (!session) return signInObstacle(c, 'unverified')
  setCookie(c, SESSION_COOKIE, await sealSession(session, cookieKey), {
    ...SESSION_COOKIE_OPTIONS,
    maxAge: SESSION_MS / 1000,
  })
  return c.redirect(returnTo)
}

/** A page that says why nobody was signed in, and what to do. */
export function signInObstacle(c: Context, kind: SignInObstacle) {
  return c.html(signInPage(kind), STATUS_OF[kind])
}

/** Staff by their groups; everybody else is a member, recognised by a verified address. Null without one. */
async function sessionOf(person: Person, deps: SignInDeps): Promise<Session | null> {
  const { subject, groups, verifiedEmail, name } = person
  const since = deps.now()
  const scopes = scopesOf(groups)
  if (scopes.length > 0) return { kind: 'staff', subject, since, scopes }
  if (verifiedEmail === null) return null
  const newcomer = { emailHash: deps.emailHash(verifiedEmail), name }
  return { kind: 'member', subject, since, member: await memberOf(deps, newcomer, since) }
}

function scopesOf(groups: readonly string[]): readonly Scope[] {
  const known = groups.filter((group) => Object.hasOwn(SCOPES_OF_GROUP, group))
  return [...new Set(known.flatMap((group) => SCOPES_OF_GROUP[group] ?? []))]
}
