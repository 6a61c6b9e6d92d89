import type { Books } from '#ledger/books.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { closeMonth, type Sealing } from '#ledger/seal/close-month.ts'
import { differencesOf } from '#ledger/seal/differences-of.ts'
import { closablePeriods } from '#ledger/seal/periods.ts'
import { formatMonth } from '#program/month.ts'
import { SetupFault } from './setup-fault.ts'

export interface PastMonths {
  readonly ledger: Pick<Ledger, 'program'>
  readonly books: Books
  readonly sealing: Sealing
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** Who closed the months of the demo shop's past. */
const CLOSED_BY = 'finance of the demo shop'

/**
 * Closes the months of the demo shop's past but the last that is over, which is left for whoever tries it out. Those that
 * are closed stay as they are, so an interrupted start is taken up again.
 */
export async function closePastMonths({ ledger, books, sealing, now }: PastMonths): Promise<void> {
  const program = await ledger.program()
  const currency = program.rules[0]?.currency ?? ''
  const periods = await closablePeriods(books, program, now())
  const over = periods.filter(({ state }) => state === 'ready' || state === 'waiting').reverse()
  for (const { month } of over.slice(0, -1)) {
    const differences = () => differencesOf(books, month, { currency, now })
    const { kind } = await closeMonth({ ...sealing, books, program, differences, now }, month, CLOSED_BY)
    if (kind !== 'closed') throw new SetupFault(`The demo shop's ${formatMonth(month)} could not be closed (${kind}).`)
  }
}
