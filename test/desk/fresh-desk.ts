import { deskApp } from '#desk/app.ts'
import type { Fact } from '#http/count.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { publishDemoProgram } from '#local/demo-program.ts'
import { checked } from '../http/checked.ts'
import { as, identifyRole, report } from '../http/roles.ts'
import { purchase } from '../ledger/events.ts'
import { freshLedger, NOW } from '../ledger/fresh-ledger.ts'

/** A desk over a new ledger whose clock is `clock.now`; `over` replaces single doors of the ledger. */
export async function freshDesk(over: Partial<Ledger> = {}) {
  const clock = { now: NOW }
  const { ledger } = await freshLedger({ now: () => clock.now })
  await publishDemoProgram(ledger)
  const counted: Fact[] = []
  const count = (fact: Fact) => void counted.push(fact)
  const app = deskApp({ ledger: { ...ledger, ...over }, identify: identifyRole, now: () => clock.now, report, count })
  return { ledger, clock, counted, send: checked(app) }
}

/** A desk with one member, m-1, who is Silver. */
export async function silverDesk(over: Partial<Ledger> = {}) {
  const desk = await freshDesk(over)
  await desk.ledger.record([purchase('o-1', { amountMinor: 31_240 })])
  return desk
}

/** Where that member's lounge entries are used: two a year. */
export const LOUNGE = '/members/m-1/perks/lounge/redemptions'

/** A question of the till. */
export const till = { headers: as('till') }

/** A request of a till to use a perk under a key, with whatever body. */
export const using = (key: string, body?: unknown, role = 'till'): RequestInit => ({
  method: 'POST',
  headers: {
    ...as(role),
    'Idempotency-Key': key,
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  },
  ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
})
