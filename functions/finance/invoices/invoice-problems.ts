import { type Fault, Problem } from '#http/problem.ts'
import type { InvoiceLine } from './read-invoice.ts'

/** How many lines one request takes; the command takes longer files, and the page sends parts. */
export const MOST_LINES = 10_000

/** The problem of a file with bad rows: one error for each of them, all told, and nothing stored. */
export function badInvoice(faults: readonly Fault[], rows: number): Problem {
  const wrong = faults.length === 1 ? '1 row is' : `${faults.length} rows are`
  const detail =
    rows === 0
      ? 'The file cannot be read as an invoice. Nothing was stored: mend it and send it again.'
      : `${wrong} wrong, of ${rows}. Nothing was stored: mend them and send the file again.`
  return new Problem(422, 'bad_invoice', detail, { errors: faults })
}

/** The fault of a line whose id was reported before, with other content. */
export const conflictFault = ({ row }: InvoiceLine): Fault => ({
  pointer: `/rows/${row}/id`,
  code: 'conflict',
  detail: `Row ${row}: a line of this id was reported before with other content, which stands. Give a new line an id of its own.`,
})

export const tooManyLines = (lines: number) =>
  new Problem(
    413,
    'too_many_rows',
    `The file has ${lines} rows. Send at most ${MOST_LINES} at once, or use the command npm run invoice.`,
  )
