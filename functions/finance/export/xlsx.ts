import { type Unzipped, unzipSync, zipSync } from 'fflate'
import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node'
import type { Column } from '#analytics/column.ts'
import type { CostEntry } from '#ledger/cost-entry.ts'
import { formatMoney } from '#program/money.ts'
import { controlTotals } from './control-totals.ts'
import { entryColumns } from './entry-columns.ts'
import type { ExportFile, ExportOrder, ExportSetting } from './export-order.ts'
import { fileName } from './file-name.ts'
import { localTime } from './local-time.ts'
import { moneyFormat } from './money-format.ts'
import { checkRows } from './row-limits.ts'
import { tallied } from './tally.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * A workbook of typed cells: entries under a frozen header, and control totals on a second sheet. Excel knows neither zones
 * nor minor units: times are those of the program's clock, amounts are decimals. Throws a 413 problem
 * for more entries than it holds.
 */
export async function xlsx(
  order: ExportOrder,
  setting: ExportSetting,
  entries: AsyncIterable<CostEntry>,
): Promise<readonly ExportFile[]> {
  const counted = tallied(entries)
  const columns = entryColumns(setting)
  const rows: Cell[][] = [columns.map(({ name }) => ({ value: name, fontWeight: 'bold' }))]
  for await (const entry of counted.entries) {
    checkRows('xlsx', rows.length)
    rows.push(columns.map((column) => cell(column, entry, setting)))
  }
  const sheets = [
    {
      data: rows,
      sheet: 'Entries',
      stickyRowsCount: 1,
      columns: columns.map(({ name }) => ({ width: widthOf(name) })),
    },
    {
      data: controlTotals(order, setting, counted.tally()),
      sheet: 'Control totals',
      columns: [{ width: 24 }, { width: 24 }, { width: 16 }],
    },
  ]
  const bytes = timeless(await writeExcelFile(sheets satisfies { data: SheetData; sheet: string }[]).toBuffer())
  return [{ name: fileName(setting.program, order.period, '.xlsx'), mediaType: WORKBOOK, bytes: whole(bytes) }]
}

function cell(column: Column<CostEntry>, entry: CostEntry, setting: ExportSetting): Cell {
  if (column.kind === 'text') {
    const value = column.of(entry)
    return value === null ? null : { value: storable(value), type: String }
  }
  const value = column.of(entry)
  if (value === null) return null
  switch (column.kind) {
    case 'whole':
      return { value, type: Number, format: '0' }
    case 'money':
      return {
        value: Number(formatMoney(value, setting.currency)),
        type: Number,
        format: moneyFormat(setting.currency),
      }
    case 'instant':
      return { value: clockDate(value, setting.timeZone), type: Date, format: 'yyyy-mm-dd hh:mm:ss' }
    default:
      return column satisfies never
  }
}

/** The library looks texts up in a bare object, where "toString" stands for something else. A blank behind it does not show. */
const storable = (text: string): string => (text in {} ? `${text} ` : text)

/** The date whose UTC parts are what the program's clock shows: a cell has no zone. */
const clockDate = (instant: number, timeZone: string) => new Date(`${localTime(instant, timeZone).replace(' ', 'T')}Z`)

const widthOf = (name: string) => (/_at$/.test(name) ? 20 : /^(?:id|redemption|member)$/.test(name) ? 30 : 14)

/** The same workbook with no time of its making in it, so that the same entries give the same bytes. */
function timeless(workbook: Uint8Array): Uint8Array {
  const files: Unzipped = unzipSync(workbook)
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 })
}

async function* whole(bytes: Uint8Array) {
  yield bytes
}
