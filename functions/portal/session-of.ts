import { SCOPES_OF_GROUP, type Scope } from '#http/identity.ts'
import type { Session } from '#http/session.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Door, Doors } from './doors.ts'
import { memberOf } from './enrol.ts'
import type { Person } from './provider.ts'
import type { SignInObstacle } from './sign-in-page.ts'

/** What it takes to know somebody who comes back from a provider. */
export interface Knowing {
  readonly ledger: Ledger
  readonly doors: Doors
  /** The key of the pseudonyms, at least 32 bytes. */
  readonly pseudonymKey: Uint8Array
  /** The keyed hash under which a verified address is known. */
  readonly emailHash: (email: string) => string
  /** Epoch milliseconds. */
  readonly now: () => number
}

/**
 * Staff by their groups, which are believed from the provider behind the staff's door alone: anyone may join the customers',
 * and nothing there makes them staff. Everybody else is a member, recognised by a verified address. In their place, what
 * keeps somebody from being either.
 */
export async function sessionOf(person: Person, door: Door, knowing: Knowing): Promise<Session | SignInObstacle> {
  const { doors, now } = knowing
  const { subject, verifiedEmail, name } = person
  const since = now()
  const isShared = doors.members === doors.staff
  const scopes = door === 'staff' || isShared ? scopesOf(person.groups) : []
  if (scopes.length > 0) return { kind: 'staff', subject, since, scopes }
  if (door === 'staff' && !isShared) return 'groupless'
  if (verifiedEmail === null) return 'unverified'
  const newcomer = { emailHash: knowing.emailHash(verifiedEmail), name }
  return { kind: 'member', subject, since, member: await memberOf(knowing, newcomer, since) }
}

function scopesOf(groups: readonly string[]): readonly Scope[] {
  const known = groups.filter((group) => Object.hasOwn(SCOPES_OF_GROUP, group))
  return [...new Set(known.flatMap((group) => SCOPES_OF_GROUP[group] ?? []))]
}
