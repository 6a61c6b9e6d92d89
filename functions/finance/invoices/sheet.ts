import { CsvError, parse } from 'csv-parse/sync'
import type { Fault } from '#http/problem.ts'
import { shortened } from '#http/text-fault.ts'

/** What a line of an invoice can say. */
export const COLUMNS = ['id', 'date', 'amount', 'currency', 'redemption', 'order', 'perk', 'note'] as const
export type Column = (typeof COLUMNS)[number]

const NEEDED: readonly Column[] = ['id', 'date', 'amount', 'currency']

/** A line of the file, numbered as a spreadsheet numbers its rows: the names of the columns are row 1. */
export interface SheetRow {
  readonly row: number
  /** By column; empty where the file has none, or the row ends too soon. */
  readonly cells: Readonly<Record<Column, string>>
  readonly cellCount: number
}

export interface Sheet {
  readonly columnCount: number
  readonly rows: readonly SheetRow[]
}

/** What is wrong with the file as a whole. */
export interface SheetFaults {
  readonly faults: readonly [Fault, ...Fault[]]
}

const LONGEST_ROW_CHARACTERS = 65_536

/**
 * Takes a CSV file apart: columns in any order, parted by commas or semicolons, with or without a byte order mark; cells
 * without the blanks around them. A blank line counts as a row and says nothing.
 */
export function readSheet(text: string): Sheet | SheetFaults {
  const records = recordsOf(text)
  if (!Array.isArray(records)) return { faults: [records] }
  const [header = [], ...lines] = records
  const names = header.map((name) => name.toLowerCase())
  const [first, ...others] = headerFaults(names, header)
  if (first) return { faults: [first, ...others] }
  const rows = lines.flatMap((record, index) =>
    record.every((cell) => cell === '')
      ? []
      : [{ row: index + 2, cellCount: record.length, cells: cellsOf(names, record) }],
  )
  if (rows.length === 0)
    return { faults: [fault('/rows', 'no_rows', 'The file has no rows beneath the column names.')] }
  return { columnCount: names.length, rows }
}

function recordsOf(text: string): string[][] | Fault {
  const top = /^\uFEFF?([^\r\n]*)/.exec(text)?.[1] ?? ''
  const delimiter = top.split(';').length > top.split(',').length ? ';' : ','
  try {
    return parse(text, {
      bom: true,
      delimiter,
      trim: true,
      relax_column_count: true,
      max_record_size: LONGEST_ROW_CHARACTERS,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = Number(error.records ?? 0) + 1
    const detail = `Row ${row} is no CSV: ${shortened(error.message)} Put cells with quotes or commas in double quotes.`
    return fault(`/rows/${row}`, 'bad_csv', detail)
  }
}

function cellsOf(names: readonly string[], record: readonly string[]): SheetRow['cells'] {
  const cellOf = (column: Column) => record[names.indexOf(column)] ?? ''
  return Object.fromEntries(COLUMNS.map((column) => [column, cellOf(column)])) as SheetRow['cells']
}

function headerFaults(names: readonly string[], written: readonly string[]): Fault[] {
  if (names.every((name) => name === '')) {
    return [fault('/rows', 'no_rows', `The file is empty. Its first row has the column names: ${COLUMNS.join(', ')}.`)]
  }
  const unknown = written.filter((_, at) => !COLUMNS.some((column) => column === names[at]))
  const twice = COLUMNS.filter((column) => names.indexOf(column) !== names.lastIndexOf(column))
  const missing = NEEDED.filter((column) => !names.includes(column))
  const isUnmatchable = !names.includes('redemption') && !names.includes('order')
  return [
    ...unknown.map((name) => fault('/rows/1', 'unknown_column', unknownColumn(name))),
    ...twice.map((name) => fault(`/rows/1/${name}`, 'doubled_column', `The column ${name} stands twice. Remove one.`)),
    ...missing.map((name) => fault(`/rows/1/${name}`, 'missing_column', `There is no column ${name}. Add it.`)),
    ...(isUnmatchable ? [fault('/rows/1', 'missing_column', NEITHER)] : []),
  ]
}

const unknownColumn = (name: string) =>
  `There is no use for a column ${JSON.stringify(shortened(name))}. Remove it, or name it one of ${COLUMNS.join(', ')}.`

const NEITHER = 'There is no column redemption and none order. Add one of them: it says which use a line is for.'

const fault = (pointer: string, code: string, detail: string): Fault => ({ pointer, code, detail })
