import { type BooksOptions, openBooks } from '#ledger/open-books.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import type { TellOptions } from './tell-demo.ts'

/** Opens the ledger and the books of a table to tell a past, standing wherever the clock does. */
export const pastOf = (
  database: Pick<BooksOptions, 'client' | 'table'>,
): Pick<TellOptions, 'ledgerAt' | 'booksAt'> => ({
  ledgerAt: (clock) => openLedger({ ...database, now: Date.now, toldAt: clock }),
  booksAt: (clock) => openBooks({ ...database, now: clock }),
})
