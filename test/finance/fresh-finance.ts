import { type FinanceDeps, financeApp } from '#finance/app.ts'
import type { Identity } from '#http/identity.ts'
import { openBooks } from '#ledger/open-books.ts'
import { openPress } from '#ledger/open-press.ts'
import { checked } from '../http/checked.ts'
import { identifyRole, report } from '../http/roles.ts'
import { NOW } from '../ledger/fresh-ledger.ts'
import { perkShop } from '../ledger/perk-shop.ts'

const scopes = new Set(['finance:read', 'finance:close', 'program:approve'] as const)
const person = (subject: string): Identity => ({ kind: 'staff', subject, scopes })

/** Finance over a shop with perks and two members. `Person finn` in the header of a request is somebody of finance. */
export async function freshFinance() {
  const clock = { now: NOW }
  const now = () => clock.now
  const fresh = await perkShop({ now })
  const { client, table, ledger } = fresh
  const patience = { sleep: () => Promise.resolve() }
  const books = openBooks({ client, table, now, timeZone: 'Europe/London', patience })
  const press = openPress({ client, table, now, patience })
  const identify = async (request: Request) => {
    const name = request.headers.get('authorization')?.replace('Person ', '')
    return name && !name.startsWith('Role ') ? person(name) : identifyRole(request)
  }
  const pseudonym = (member: string) => `p-${member}`
  // No month is closed here.
  const sealing = {} as FinanceDeps['sealing']
  const app = financeApp({ ledger, books, press, identify, now, pseudonym, sealing, report })
  return { ...fresh, books, press, clock, app, send: checked(app) }
}

/** The header of somebody of finance. */
export const by = (name: string) => ({ Authorization: `Person ${name}` })
