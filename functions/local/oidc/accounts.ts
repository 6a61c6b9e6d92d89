import { createHash, timingSafeEqual } from 'node:crypto'
import type { AccountClaims } from 'oidc-provider'
import type { DemoPerson } from '../demo-people.ts'
import { CUSTOMER_PASSWORD, isCustomerAddress } from '../imported-customers.ts'

/** Who can sign in at the embedded provider. */
export interface Guests {
  /** Those with a button on the page. */
  readonly people: readonly DemoPerson[]
  /** Whether the house has a member of this address; asked for addresses of imported customers only. */
  readonly isMember: (email: string) => Promise<boolean>
}

/** The account that an address and a password open; undefined when they do not belong together. */
export async function accountWith(guests: Guests, email: string, password: string): Promise<string | undefined> {
  const address = email.trim().toLowerCase()
  const person = personWith(guests.people, address, password)
  if (person) return accountOf(person)
  // Only those who are there: a number that was mistyped would make a new member of nobody.
  const isCustomer = isCustomerAddress(address) && password === CUSTOMER_PASSWORD && (await guests.isMember(address))
  return isCustomer ? address : undefined
}

/** Staff are known by a name that is no address, because what they do is kept under it. */
const accountOf = ({ email, group }: DemoPerson) => (group ? email.replace(/@.*/, '') : email)

/** Compares every person's pair in full, so that the time taken does not tell whether the address is known. */
function personWith(people: readonly DemoPerson[], email: string, password: string): DemoPerson | undefined {
  const given = digestOf(email, password)
  return people.filter((person) => timingSafeEqual(given, digestOf(person.email, person.password)))[0]
}

const digestOf = (...parts: readonly string[]) => createHash('sha256').update(JSON.stringify(parts)).digest()

/** What a token says about an account: every address here is taken for verified. Undefined for one that is none. */
export function claimsOf({ people }: Guests, id: string): AccountClaims | undefined {
  const person = people.find((one) => accountOf(one) === id)
  if (!person && !isCustomerAddress(id)) return undefined
  const known = {
    sub: id,
    email: person?.email ?? id,
    email_verified: true,
    'cognito:groups': person?.group ? [person.group] : [],
  }
  return person ? { ...known, name: person.name } : known
}
