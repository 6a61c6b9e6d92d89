import { busy } from '#http/busy.ts'
import type { Api } from '#http/create-app.ts'
import { badCursor } from '#http/page.ts'
import { faultyFields, Problem } from '#http/problem.ts'
import { BadCursor } from '#ledger/refusals.ts'
import { formatMoney } from '#program/money.ts'
import type { FinanceDeps } from './app.ts'
import { checkedProgram } from './checked-program.ts'
import { getActuals, type InvoiceBody, postInvoice } from './invoice-routes.ts'
import { actualBody } from './invoices/actual-body.ts'
import { badInvoice, conflictFault, MOST_LINES, tooManyLines } from './invoices/invoice-problems.ts'
import { lineTerms } from './invoices/line-terms.ts'
import type { InvoiceLine, readInvoice } from './invoices/read-invoice.ts'
import { type Tally, tallyOf } from './invoices/tally.ts'

/** What suppliers charge: invoices in, and what became of each line. */
export function serveInvoices({ serve }: Api, { ledger, books, now }: FinanceDeps): void {
  serve(getActuals, async (context, { query: { state, ...page } }) => {
    const { currency } = await checkedProgram(ledger)
    try {
      const wanted = state === undefined ? page : { ...page, isMatched: state === 'matched' }
      const { items, nextCursor } = await books.actuals(wanted)
      return context.json({ items: items.map((actual) => actualBody(actual, currency)), nextCursor })
    } catch (error) {
      throw error instanceof BadCursor ? badCursor(error.message) : error
    }
  })

  serve(postInvoice, async (context, { query: { source, perk, check }, text }) => {
    const program = await checkedProgram(ledger)
    const { currency } = program
    const terms = lineTerms(program, { source, perk, currency }, now())
    if (perk !== undefined && !terms.perks.has(perk)) throw unknownPerk()
    const { readInvoice } = await import('./invoices/read-invoice.ts')
    const lines = goodLines(readInvoice(await text(), terms))
    const checked = await settled(lines, books.checkActuals)
    if (checked.conflicts.length > 0) throw badInvoice(checked.conflicts.map(conflictFault), lines.length)
    const isCheck = check === 'true'
    const tally = isCheck ? checked : await settled(lines, books.recordActuals)
    if (tally.retry > 0) throw busy()
    if (tally.conflicts.length > 0) throw reportedMeanwhile()
    return context.json(invoiceBody(tally, { source, currency, isCheck }))
  })
}

function goodLines(invoice: ReturnType<typeof readInvoice>): readonly InvoiceLine[] {
  const rows = invoice.ok ? invoice.lines.length : invoice.rows
  if (rows > MOST_LINES) throw tooManyLines(rows)
  if (invoice.ok) return invoice.lines
  throw badInvoice(invoice.faults, invoice.rows)
}

type Recording = FinanceDeps['books']['recordActuals']

const settled = async (lines: readonly InvoiceLine[], record: Recording): Promise<Tally> =>
  tallyOf(lines, await record(lines.map(({ actual }) => actual)))

function invoiceBody(
  { rows, matched, duplicate, unmatched, amountMinor, trueUpMinor }: Tally,
  said: Pick<InvoiceBody, 'source' | 'currency' | 'isCheck'>,
): InvoiceBody {
  const money = (minor: number) => formatMoney(minor, said.currency)
  const sums = { amount: money(amountMinor), trueUp: money(trueUpMinor) }
  return { ...said, rows, matched, duplicate, unmatched: [...unmatched], ...sums }
}

const unknownPerk = () => {
  const detail = 'There is no such perk, and never was. Use the id of one.'
  return faultyFields(422, [{ pointer: '/query/perk', code: 'unknown_perk', detail }])
}

const reportedMeanwhile = () =>
  new Problem(
    409,
    'reported_meanwhile',
    'Lines of the same ids were reported meanwhile. Check the file, then send again.',
  )
