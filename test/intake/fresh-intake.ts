import type { Fact } from '#http/count.ts'
import { intakeApp } from '#intake/app.ts'
import type { Books } from '#ledger/books.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { openBooks } from '#ledger/open-books.ts'
import { publishDemoProgram } from '#local/demo-program.ts'
import { checked } from '../http/checked.ts'
import { identifyRole, report } from '../http/roles.ts'
import { freshLedger, NOW } from '../ledger/fresh-ledger.ts'

export const EMAIL_KEY = new Uint8Array(32).fill(7)

/** An intake over a new ledger with the demo program; `over` replaces single doors of the ledger, `other` of the books. */
export async function freshIntake(over: Partial<Ledger> = {}, other: Partial<Books> = {}) {
  const { ledger, client, table } = await freshLedger()
  await publishDemoProgram(ledger)
  const patience = { sleep: () => Promise.resolve() }
  const books = { ...openBooks({ client, table, now: () => NOW, timeZone: 'Europe/London', patience }), ...other }
  const counted: Fact[] = []
  const count = (fact: Fact) => void counted.push(fact)
  const deps = { books, identify: identifyRole, now: () => NOW, emailKey: EMAIL_KEY, report, count }
  const send = checked(intakeApp({ ledger: { ...ledger, ...over }, ...deps }))
  return { ledger, books, client, table, counted, send }
}
