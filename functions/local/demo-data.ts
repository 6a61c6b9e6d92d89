import type { LedgerEvent } from '#program/event.ts'
import { calendarOf } from './demo-data/calendar.ts'
import { householdOf } from './demo-data/household.ts'
import { toldLife } from './demo-data/told-lives.ts'
import { DEMO_PEOPLE } from './demo-people.ts'

export interface DemoSettings {
  /** Epoch milliseconds: the day the demo is told from. Nothing in it happened later. */
  readonly now: number
  /** The program's. */
  readonly timeZone: string
  /** The keyed hash by which sign-in recognises a person, of a verified address. */
  readonly emailHash: (email: string) => string
}

const HOUSEHOLDS = 1400

/**
 * Three years of the demo shop: about 1,800 members and more than 20,000 events, member by member, so that the ledger can
 * take each in a few transactions; the members who can sign in come last. The same settings give the same events, a `now`
 * in another month gives other content under the same ids: load it into an empty ledger only.
 */
export function demoEvents({ now, timeZone, emailHash }: DemoSettings): readonly LedgerEvent[] {
  const calendar = calendarOf(now, timeZone)
  const told = DEMO_PEOPLE.flatMap(({ member, name, email }) =>
    member ? toldLife(member, calendar, { name, emailHash: emailHash(email) }) : [],
  )
  let lastNumber = 1000 + DEMO_PEOPLE.length
  const nextMember = () => `m-${++lastNumber}`
  const households = Array.from({ length: HOUSEHOLDS }, (_, number) => householdOf(number, calendar, nextMember))
  return [...households.flat(), ...told]
}
