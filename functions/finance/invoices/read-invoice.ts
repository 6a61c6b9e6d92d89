import type { Fault } from '#http/problem.ts'
import type { ActualCost } from '#ledger/actual-cost.ts'
import { type LineTerms, readLine } from './read-line.ts'
import { readSheet } from './sheet.ts'

/** A line of the invoice, with its row in the file. */
export interface InvoiceLine {
  readonly row: number
  readonly actual: ActualCost
}

/** What a file came to: all of its lines, or one fault for every row that is wrong. */
export type ReadInvoice =
  | { readonly ok: true; readonly lines: readonly InvoiceLine[] }
  | { readonly ok: false; readonly rows: number; readonly faults: readonly [Fault, ...Fault[]] }

/** Reads a supplier's invoice (CSV). Every row is looked at, so that all that are wrong are told at once. */
export function readInvoice(text: string, terms: LineTerms): ReadInvoice {
  const sheet = readSheet(text)
  if ('faults' in sheet) return { ok: false, rows: 0, faults: sheet.faults }
  const rowOf = new Map<string, number>()
  const lines: InvoiceLine[] = []
  const faults: Fault[] = []
  for (const row of sheet.rows) {
    const read = readLine(row, sheet.columnCount, terms)
    const before = rowOf.get(row.cells.id)
    if (before === undefined) rowOf.set(row.cells.id, row.row)
    if ('code' in read) faults.push(read)
    else if (before !== undefined) faults.push(doubled(row.row, before))
    else lines.push({ row: row.row, actual: read })
  }
  const [first, ...others] = faults
  return first ? { ok: false, rows: sheet.rows.length, faults: [first, ...others] } : { ok: true, lines }
}

const doubled = (row: number, before: number): Fault => ({
  pointer: `/rows/${row}/id`,
  code: 'doubled_line',
  detail: `Row ${row}: the id stands in row ${before} already. Give each line one of its own, or remove one of the two.`,
})
