import type { AppEnv, Identify, Identity, Scope } from './identity.ts'
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
  return identity.kind !== 'member' && rightsIn(may).some((right) => identity.scopes.has(right))
}

/** The rights that each let somebody in, in the order in which the route names them. */
export const rightsIn = (may: Scope | readonly Scope[]): readonly Scope[] => (typeof may === 'string' ? [may] : may)

const unproven = () =>
  new Problem(401, 'unproven', 'This needs proof of who you are. Sign in, or send a bearer token.', {
    headers: { 'WWW-Authenticate': 'Bearer realm="cleartier"' },
  })

function forbidden(may: Exclude<May, 'public'>): Problem {
  if (may === 'member') return new Problem(403, 'members_only', 'This is for signed-in members. Sign in as one.')
  const rights = rightsIn(may)
  const detail = `This needs the right ${rights.join(' or ')}, which was not given to you. Ask for it.`
  return new Problem(403, 'scope_missing', detail, {
    headers: { 'WWW-Authenticate': `Bearer realm="cleartier", error="insufficient_scope", scope="${rights[0]}"` },
  })
}
