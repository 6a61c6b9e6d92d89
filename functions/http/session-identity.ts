import { comesFromOurPages } from './csrf.ts'
import { expiringCache } from './expiring-cache.ts'
import type { Identify } from './identity.ts'
import { Problem } from './problem.ts'
import { hasEnded, identityOfSession, openSession, type Session } from './session.ts'
import { sessionCookieOf } from './session-cookie.ts'

export interface SessionIdentityOptions {
  /** 32 bytes. */
  readonly cookieKey: Uint8Array
  /** Where the pages are served from: "https://shop.example". */
  readonly origin: string
  /** Epoch milliseconds. */
  readonly now: () => number
  /**
   * Epoch milliseconds before which a staff member's sessions are over, by subject. Members need no such question: their
   * own item says it, which is read anyway.
   */
  readonly staffSignedOutAt: (subject: string) => Promise<number | null>
}

const REMEMBERED = 1000

const crossSite = () =>
  new Problem(
    403,
    'cross_site',
    'This request came with a session cookie but not from a page of this site. Send it from one, with the header X-Requested-With: cleartier.',
  )

/**
 * Recognises people by their session cookie, and refuses what other sites' pages send in their name. A cookie that is not
 * good (any more) is nobody's: the public pages stay open to whoever holds one. Opened cookies are remembered, because
 * opening one costs as much as half a database read.
 */
export function sessionIdentity({ cookieKey, origin, now, staffSignedOutAt }: SessionIdentityOptions): Identify {
  const opened = expiringCache<Session>(REMEMBERED)
  return async (request) => {
    const cookie = sessionCookieOf(request)
    if (cookie === undefined) return null
    const session = opened.get(cookie, now()) ?? (await open(cookie))
    if (!session || (await isOver(session))) return null
    if (!comesFromOurPages(request, origin)) throw crossSite()
    return identityOfSession(session)
  }

  async function open(cookie: string): Promise<Session | null> {
    const found = await openSession(cookie, cookieKey, now())
    if (!found) return null
    opened.set(cookie, found.session, found.expiresAt)
    return found.session
  }

  async function isOver({ kind, subject, since }: Session): Promise<boolean> {
    return kind === 'staff' && hasEnded(since, await staffSignedOutAt(subject))
  }
}
