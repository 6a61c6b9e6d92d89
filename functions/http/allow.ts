import type { AppEnv, Identify, Identity } from './identity.ts'
import { Problem } from './problem.ts'
import type { May } from './route.ts'

export type MemberIdentity = Extract<Identity, { kind: 'member' }>

/** Who is known to have sent a request that a route let in. */
export type Allowed<Who extends May> = Who extends 'public' ? null : Who extends 'member' ? MemberIdentity : Identity

/**
 * Asks who sends a request, where the route needs to know, and whether they may. Throws 401 for nobody and 403 for somebody
 * else. Public routes ask nobody, so that a stale proof of identity does not close them.
 */
export async function allow(may: May, identify: Identify, request: Request): Promise<AppEnv['Variables']['identity']> {
  if (may === 'public') return null
  const identity = await identify(request)
  if (!identity) throw unproven()
  if (!holds(identity, may)) throw forbidden(may)
  return identity
}

function holds(identity: Identity, may: Exclude<May, 'public'>): boolean {
  if (may === 'member') return identity.kind === 'member'
  return identity.kind !== 'member' && identity.scopes.has(may)
}

const unproven = () =>
  new Problem(401, 'unproven', 'This needs proof of who you are. Sign in, or send a bearer token.', {
    headers: { 'WWW-Authenticate': 'Bearer realm="cleartier"' },
  })

function forbidden(may: Exclude<May, 'public'>): Problem {
  if (may === 'member') return new Problem(403, 'members_only', 'This is for signed-in members. Sign in as one.')
  return new Problem(403, 'scope_missing', `This needs the right ${may}, which was not given to you. Ask for it.`, {
    headers: { 'WWW-Authenticate': `Bearer realm="cleartier", error="insufficient_scope", scope="${may}"` },
  })
}
