import type { MiddlewareHandler } from 'hono'
import type { Count } from '#http/count.ts'

/**
 * Counts who came back from the provider, by what was answered: sent on, they are signed in; a 5xx is a fault of ours or of
 * the provider. Whoever changed their mind, or came too late, is neither.
 */
export function countSignIns(count: Count): MiddlewareHandler {
  return async function countSignIn(c, next) {
    await next()
    if (c.res.status === 302) count('signedIn')
    if (c.res.status >= 500) count('signInFailed')
  }
}
