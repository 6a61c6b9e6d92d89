import type { CostSheet } from '#ledger/books.ts'
import { openPress } from '#ledger/open-press.ts'
import type { Press } from '#ledger/press.ts'
import { publishDemoProgram } from '#local/demo-program.ts'
import { type StudioDeps, studioApp } from '#studio/app.ts'
import type { PublicPages } from '#studio/public-pages.ts'
import { type Checked, checked } from '../http/checked.ts'
import { as, identifyRole, report } from '../http/roles.ts'
import { type FreshLedger, freshLedger, NOW } from '../ledger/fresh-ledger.ts'
import { keptPictures } from './kept-pictures.ts'
import { STILL_PAGES } from './still-pages.ts'

/** A studio over a ledger of its own, and how tests send requests to it. */
export interface FreshStudio extends FreshLedger {
  readonly app: ReturnType<typeof studioApp>
  readonly press: Press
  readonly clock: { now: number }
  /** What finance has prepared; a test may set it. */
  readonly finance: { sheet: CostSheet | null }
  /** Sends a request as somebody; `seen` is the version they have seen. */
  ask(role: string, line: string, body?: unknown, seen?: number): Promise<Checked>
}

export interface StudioOptions {
  /** Left out: the demo shop's program is published. */
  readonly isEmpty?: boolean
  readonly pages?: PublicPages
  readonly deps?: Partial<StudioDeps>
}

/** A studio that stands at 15 June 2026, before the demo shop's program unless it is to be empty. */
export async function freshStudio({
  isEmpty = false,
  pages = STILL_PAGES,
  deps,
}: StudioOptions = {}): Promise<FreshStudio> {
  const clock = { now: NOW }
  const now = () => clock.now
  const fresh = await freshLedger({ now })
  if (!isEmpty) await publishDemoProgram(fresh.ledger)
  const press = openPress({ ...fresh, now, patience: { sleep: () => Promise.resolve() } })
  const finance: FreshStudio['finance'] = { sheet: null }
  const books = {
    costSheet: async () => finance.sheet,
    saveCostSheet: async (sheet: CostSheet | null) => {
      finance.sheet = sheet
      return true
    },
  }
  const app = studioApp({
    ledger: fresh.ledger,
    press,
    books,
    pages,
    pictures: keptPictures(),
    identify: identifyRole,
    now,
    report,
    ...deps,
  })
  const send = checked(app)
  const ask: FreshStudio['ask'] = (role, line, body, seen) => {
    const [method = 'GET', path = ''] = line.split(' ')
    const headers = {
      ...as(role),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(seen !== undefined && { 'If-Match': `"${seen}"` }),
    }
    return send(`/studio${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
  }
  return { ...fresh, app, press, clock, finance, ask }
}
