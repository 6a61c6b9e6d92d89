import { firstOf } from './first-of.ts'
import type { Identify } from './identity.ts'
import { machinesOf } from './machines.ts'
import { type SessionIdentityOptions, sessionIdentity } from './session-identity.ts'

export interface MachinesAndPeopleOptions extends SessionIdentityOptions {
  /** The provider whose tokens machines bring. */
  readonly issuer: string
}

/** Recognises machines by their token, and people by their session; whoever brings a token is taken at that. */
export function machinesAndPeople({ issuer, ...sessions }: MachinesAndPeopleOptions): Identify {
  return firstOf(machinesOf(issuer, sessions.now), sessionIdentity(sessions))
}
