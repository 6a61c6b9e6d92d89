import type { ExportOrder } from '#finance/export/export-order.ts'
import { exportSetting } from '#finance/export/export-setting.ts'
import { openExport } from '#finance/export/open-export.ts'
import { checkRows } from '#finance/export/row-limits.ts'
import type { Manifest } from '#finance/export-routes.ts'
import type { CostEntry } from '#ledger/cost-entry.ts'
import type { BooksHere } from '../books-here.ts'
import { writeExport } from './write-export.ts'

/** Told how many of all entries have been read. */
export type Progress = (done: number, total: number) => void

/** Exports a period's entries into a folder. Throws the problems of the format. */
export async function exportPeriod(
  { ledger, books, pseudonym }: Pick<BooksHere, 'ledger' | 'books' | 'pseudonym'>,
  order: ExportOrder,
  folder: string,
  progress: Progress,
): Promise<Manifest> {
  const setting = await exportSetting(ledger, pseudonym)
  const totals = await books.costTotals(order.period)
  const rows = totals.reduce((sum, { entries }) => sum + entries, 0)
  checkRows(order.format, rows)
  const entries = watched(books.costEntries(order.period), rows, progress)
  return writeExport(await openExport(order, setting, entries), folder)
}

/** Entries between two reports of progress. */
const STEP = 1_000

async function* watched(entries: AsyncIterable<CostEntry>, total: number, progress: Progress) {
  let done = 0
  for await (const entry of entries) {
    if (++done % STEP === 0) progress(done, total)
    yield entry
  }
  progress(done, total)
}
