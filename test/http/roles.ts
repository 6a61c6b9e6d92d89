import type { Identify, Identity, Scope } from '#http/identity.ts'
import { Problem } from '#http/problem.ts'
import { SCOPES } from '#http/scope.ts'
import { DEMO_MACHINES } from '#local/demo-people.ts'

const machine = (subject: string, scopes: readonly string[]): Identity => ({
  kind: 'machine',
  subject,
  scopes: new Set(scopes as Scope[]),
})

/** Who tests send requests as: the demo machines, a holder of every right, and a member. */
export const ROLES: Readonly<Record<string, Identity | null>> = {
  nobody: null,
  member: { kind: 'member', subject: 'person-1', member: 'm-1', since: 0 },
  approver: { kind: 'staff', subject: 'approver', scopes: new Set<Scope>(['program:approve']) },
  everything: machine('everything', Object.keys(SCOPES)),
  ...Object.fromEntries(
    Object.entries(DEMO_MACHINES).map(([name, scopes]) => [name, machine(name, scopes.split(' '))]),
  ),
}

/** Believes whoever says who they are: `Authorization: Role shop`. The proofs themselves have tests of their own. */
export const identifyRole: Identify = async (request) => {
  const name = request.headers.get('authorization')?.replace('Role ', '') ?? 'nobody'
  const identity = ROLES[name]
  if (identity === undefined) throw new Problem(401, 'bad_token', `${name} is nobody.`)
  return identity
}

/** The header of a role. */
export const as = (role: string) => ({ Authorization: `Role ${role}` })

/** Nothing unforeseen may happen in a test. */
export const report = (error: unknown): never => {
  throw error
}
