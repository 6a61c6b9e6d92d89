import type { Scope } from '#http/identity.ts'
import type { Session } from '#http/session.ts'

/** The page on which each right is of use; whoever has several begins at the first. */
const WORKPLACES: readonly (readonly [Scope, string])[] = [
  ['program:write', '/studio'],
  ['finance:read', '/finance'],
  ['perks:redeem', '/desk'],
]

/** Where people land who did not come from a page of their own. */
export function homeOf(session: Session): string {
  if (session.kind === 'member') return '/standing'
  return WORKPLACES.find(([scope]) => session.scopes.includes(scope))?.[1] ?? '/'
}

const LONGEST = 1000

/**
 * The place to come back to after signing in: a path of this site with its query, such as "/standing?year=2026". Null for
 * anything a browser could read as another site ("//evil.example", "/\evil.example", control characters, also when they
 * are percent-encoded), and for the sign-in pages themselves, which would go round in circles.
 */
export function safeReturnTo(wanted: string): string | null {
  if (wanted.length > LONGEST || !isPlainPath(wanted)) return null
  const decoded = percentDecoded(wanted)
  if (decoded === null || !isPlainPath(decoded)) return null
  return /^\/(?:auth|oidc)(?:[/?#]|$)/.test(decoded) ? null : wanted
}

/** One slash, then neither a second one nor a backslash (which browsers read as a slash); no control characters, no blanks. */
function isPlainPath(text: string): boolean {
  return /^\/(?!\/)[^\\\p{C}\s]*$/u.test(text)
}

function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
