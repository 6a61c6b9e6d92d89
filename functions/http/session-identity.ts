import { comesFromOurPages } from './csrf.ts'
import { expiringCache } from './expiring-cache.ts'
import type { Identify, Identity } from './identity.ts'
import { identityOfSession, openSession } from './session.ts'
import { sessionCookieOf } from './session-cookie.ts'

export interface SessionIdentityOptions {
  /** 32 bytes. */
  readonly cookieKey: Uint8Array
  /** Where the pages are served from: "https://shop.example". */
  readonly origin: string
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Makes the error for a request that another site's page may have sent. */
  readonly crossSite: () => Error
}

const REMEMBERED = 1000

/**
 * Recognises people by their session cookie, and refuses what other sites' pages send in their name. A cookie that is not
 * good (any more) is nobody's: the public pages stay open to whoever holds one. Opened cookies are remembered, because
 * opening one costs as much as half a database read.
 */
export function sessionIdentity({ cookieKey, origin, now, crossSite }: SessionIdentityOptions): Identify {
  const opened = expiringCache<Identity>(REMEMBERED)
  return async (request) => {
    const cookie = sessionCookieOf(request)
    if (cookie === undefined) return null
    const identity = opened.get(cookie, now()) ?? (await open(cookie))
    if (identity && !comesFromOurPages(request, origin)) throw crossSite()
    return identity
  }

  async function open(cookie: string): Promise<Identity | null> {
    const found = await openSession(cookie, cookieKey, now())
    if (!found) return null
    const identity = identityOfSession(found.session)
    opened.set(cookie, identity, found.expiresAt)
    return identity
  }
}
