import { conflictFault, MOST_LINES } from '#finance/invoices/invoice-problems.ts'
import { lineTerms } from '#finance/invoices/line-terms.ts'
import { type InvoiceLine, readInvoice } from '#finance/invoices/read-invoice.ts'
import { type Tally, tallyOf } from '#finance/invoices/tally.ts'
import type { Fault } from '#http/problem.ts'
import type { ActualOutcome } from '#ledger/actual-cost.ts'
import type { Books } from '#ledger/books.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { InvoiceFault } from './invoice-fault.ts'

export interface InvoiceRun {
  /** The file's. */
  readonly text: string
  readonly source: string
  readonly perk?: string | undefined
  readonly isCheck: boolean
  readonly ledger: Pick<Ledger, 'program'>
  readonly books: Pick<Books, 'checkActuals' | 'recordActuals'>
  /** Epoch milliseconds. */
  readonly now: number
  /** Is told how many steps of how many are done: checking a line is one, booking it another. */
  readonly progress: (done: number, total: number) => void
}

/** What became of an invoice: it was taken (or would be) or, with every bad row told, it was not, and nothing stored. */
export type InvoiceResult =
  | { readonly kind: 'refused'; readonly rows: number; readonly faults: readonly Fault[] }
  | { readonly kind: 'taken'; readonly currency: string; readonly tally: Tally }

/** Checks all lines of an invoice, however long, and only when all are good books them, part by part. */
export async function bookInvoice(run: InvoiceRun): Promise<InvoiceResult> {
  const { text, source, perk, isCheck, books } = run
  const program = await run.ledger.program()
  const currency = program.rules[0]?.currency
  if (currency === undefined) throw new InvoiceFault('There is no program yet. Start the portal once, or import first.')
  const terms = lineTerms(program, { source, perk, currency }, run.now)
  if (perk !== undefined && !terms.perks.has(perk)) throw new InvoiceFault(`--perk: there is no perk "${perk}".`)
  const invoice = readInvoice(text, terms)
  if (!invoice.ok) return { kind: 'refused', rows: invoice.rows, faults: invoice.faults }
  const { lines } = invoice
  const total = isCheck ? lines.length : 2 * lines.length
  const check = asThoughBooked(books.checkActuals)
  const checked = await inParts(lines, check, (done) => run.progress(done, total))
  if (checked.conflicts.length > 0) {
    return { kind: 'refused', rows: lines.length, faults: checked.conflicts.map(conflictFault) }
  }
  if (isCheck) return { kind: 'taken', currency, tally: checked }
  const tally = await inParts(lines, books.recordActuals, (done) => run.progress(lines.length + done, total))
  return { kind: 'taken', currency, tally }
}

async function inParts(
  lines: readonly InvoiceLine[],
  record: Books['recordActuals'],
  progress: (done: number) => void,
) {
  const outcomes: ActualOutcome[] = []
  for (let from = 0; from < lines.length; from += PART) {
    const part = lines.slice(from, from + PART).map(({ actual }) => actual)
    for (const outcome of await record(part)) outcomes.push(outcome)
    progress(outcomes.length)
  }
  return tallyOf(lines, outcomes)
}

/**
 * Checks part after part as though each part before had been booked: where one of those has a line for the same use, that
 * line settles it, and this one adds its whole amount.
 */
function asThoughBooked(check: Books['checkActuals']): Books['checkActuals'] {
  const settled = new Set<string>()
  return async (actuals) => {
    const outcomes = (await check(actuals)).map((outcome, at) =>
      outcome.kind === 'matched' && settled.has(outcome.redemption)
        ? { ...outcome, trueUpMinor: actuals[at]?.amountMinor ?? 0 }
        : outcome,
    )
    for (const outcome of outcomes) if (outcome.kind === 'matched') settled.add(outcome.redemption)
    return outcomes
  }
}

/** Lines between two steps of the progress bar. */
const PART = MOST_LINES / 10
