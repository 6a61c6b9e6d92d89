import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { seal, unseal } from '#http/sealed.ts'
import { SESSION_MS, sealSession } from '#http/session.ts'
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from '#http/session-cookie.ts'
import type { Door, DoorEnv } from './doors.ts'
import type { Ticket } from './provider.ts'
import { homeOf } from './return-to.ts'
import { type Knowing, sessionOf } from './session-of.ts'
import { type SignInObstacle, STATUS_OF, signInPage } from './sign-in-page.ts'

export interface SignInDeps extends Knowing {
  /** 32 bytes. */
  readonly cookieKey: Uint8Array
}

/** Kept by the browser, sealed, between leaving for the provider and coming back. */
const ATTEMPT_COOKIE = '__Host-cleartier-sign-in'
const ATTEMPT_MS = 10 * 60_000

interface Attempt {
  /** Both doors lead back to one address, so what comes back is taken to the provider that was left for, and to no other. */
  readonly door: Door
  readonly ticket: Ticket
  /** Null: where people of their kind begin. */
  readonly returnTo: string | null
}

/** Leaves for the provider behind the door somebody is at. */
export async function beginSignIn(c: Context<DoorEnv>, { doors, cookieKey, now }: SignInDeps, returnTo: string | null) {
  const { door } = c.var
  const { url, ticket } = await doors[door].begin()
  const attempt: Attempt = { door, ticket, returnTo }
  const sealed = await seal('sign-in', attempt, cookieKey, now(), ATTEMPT_MS)
  setCookie(c, ATTEMPT_COOKIE, sealed, { ...SESSION_COOKIE_OPTIONS, maxAge: ATTEMPT_MS / 1000 })
  return c.redirect(url.href)
}

/** Comes back from the provider: a new session, or a page that says why not. */
export async function finishSignIn(c: Context<DoorEnv>, deps: SignInDeps) {
  const { cookieKey, now, doors } = deps
  const sealed = getCookie(c, ATTEMPT_COOKIE)
  deleteCookie(c, ATTEMPT_COOKIE, SESSION_COOKIE_OPTIONS)
  const opened = sealed === undefined ? null : await unseal('sign-in', sealed, cookieKey, now())
  if (!opened) return signInObstacle(c, 'stale', null)
  // Whatever opens with our key was sealed by `beginSignIn`, so its shape is known.
  const { door, ticket, returnTo } = opened.value as Attempt
  c.set('door', door)
  const person = await doors[door].finish(new URL(c.req.url).search, ticket)
  const session = await sessionOf(person, door, deps)
  if (typeof session === 'string') return signInObstacle(c, session)
  setCookie(c, SESSION_COOKIE, await sealSession(session, cookieKey), {
    ...SESSION_COOKIE_OPTIONS,
    maxAge: SESSION_MS / 1000,
  })
  return c.redirect(returnTo ?? homeOf(session))
}

/** A page that says why nobody was signed in, and what to do. Null: nobody knows any more by which door they came. */
export function signInObstacle(c: Context<DoorEnv>, kind: SignInObstacle, door: Door | null = c.var.door) {
  return c.html(signInPage(kind, door), STATUS_OF[kind])
}
