import type { CookieOptions } from 'hono/utils/cookie'

/** `__Host-` makes browsers insist on Secure, this very host and the whole path: no neighbour can plant one. */
export const SESSION_COOKIE = '__Host-cleartier'

/** No script reads it; other sites' links carry it, their forms and scripts do not. */
export const SESSION_COOKIE_OPTIONS = {
  httpOnly: true,
  secure: true,
  sameSite: 'Lax',
  path: '/',
} as const satisfies CookieOptions

/** The value of the session cookie of a request; undefined when there is none, or more than one to choose from. */
export function sessionCookieOf(request: Request): string | undefined {
  const values: string[] = []
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (pair.slice(0, at).trim() === SESSION_COOKIE) values.push(pair.slice(at + 1).trim())
  }
  return values.length === 1 ? values[0] : undefined
}
