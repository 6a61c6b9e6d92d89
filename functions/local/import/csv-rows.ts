import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { decode } from './decode.ts'
import { ImportError } from './import-error.ts'
import { columnsOf, type Profile } from './profile.ts'

/** A row of the file as a spreadsheet counts it: the column names are row 1. */
export interface CsvRow {
  readonly row: number
  /** The cell under each column name, by its place; empty where the row ends too soon. */
  readonly cells: Readonly<Record<string, string>>
  readonly cellCount: number
  readonly columnCount: number
}

const LONGEST_ROW_CHARACTERS = 65_536

/** Streams a file. Throws {@link ImportError} for what makes the whole file doubtful: its columns, quotes or encoding. */
export async function* csvRows(file: string, profile: Profile): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter: profile.delimiter,
    relax_column_count: true,
    max_record_size: LONGEST_ROW_CHARACTERS,
  })
  const text = Readable.from(decode(createReadStream(file), profile.encoding))
  // What goes wrong in the pipeline also ends the loop below, which reports it.
  pipeline(text, parser).catch(() => undefined)
  let header: readonly string[] | undefined
  let row = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row++
      // A blank line, which spreadsheets show as an empty row: it counts, so that row numbers agree, and says nothing.
      if (record.length === 1 && record[0] === '') continue
      if (!header) header = checkHeader(record, profile)
      else yield { row, cells: cellsOf(header, record), cellCount: record.length, columnCount: header.length }
    }
  } catch (error) {
    throw explain(error, file)
  }
  if (!header) throw new ImportError('The file has no rows. It should begin with a row of column names.')
}

function cellsOf(header: readonly string[], record: readonly string[]) {
  const cells: Record<string, string> = Object.create(null)
  for (const [index, name] of header.entries()) cells[name] = record[index] ?? ''
  return cells
}

function checkHeader(header: readonly string[], profile: Profile): readonly string[] {
  const twice = header.find((name, index) => header.indexOf(name) < index)
  const missing = columnsOf(profile).filter((column) => !header.includes(column))
  if (missing.length === 0 && twice === undefined) return header
  if (missing.length === 0) {
    throw new ImportError(`The column ${quote(twice ?? '')} stands twice in row 1. Rename or remove one of them.`)
  }
  const other = [',', ';', '\t', '|'].find((mark) => mark !== profile.delimiter && header[0]?.includes(mark))
  if (header.length === 1 && other) {
    throw new ImportError(
      `The columns of row 1 are separated by ${quote(other)}, the profile says ${quote(profile.delimiter)}. Set "delimiter" in the profile.`,
    )
  }
  throw new ImportError(
    `Row 1 has no column ${missing.map(quote).join(', ')}. It has ${header.map(quote).join(', ')}. ` +
      'Export the file with these columns, or name them in the profile as they stand.',
  )
}

/** Turns what the parser or the file system says into a sentence; what neither of them said stays as it is. */
function explain(error: unknown, file: string): unknown {
  if (error instanceof CsvError) return explainCsv(error)
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return new ImportError(`There is no file ${file}. Check the path.`)
    case 'EISDIR':
      return new ImportError(`${file} is a folder. Name the CSV file in it.`)
    case 'EACCES':
      return new ImportError(`${file} may not be read. Check its permissions.`)
    default:
      return error
  }
}

function explainCsv(error: CsvError): ImportError {
  // The parser is ahead of the rows it has handed out, so only it knows where it stopped.
  const row = Number(error.records) + 1
  switch (error.code) {
    case 'CSV_MAX_RECORD_SIZE':
      return new ImportError(
        `Row ${row} is longer than ${LONGEST_ROW_CHARACTERS} characters. A quote (") opened there may lack its end.`,
      )
    case 'CSV_QUOTE_NOT_CLOSED':
      return new ImportError(`A quote (") opened in row ${row} is never closed. Close it, or write it twice ("").`)
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return new ImportError(
        `The quotes (") of row ${row} do not match up. Quote the whole cell and write a quote inside it twice ("").`,
      )
    default:
      return new ImportError(`Row ${row} cannot be read: ${error.message}`)
  }
}

const quote = (text: string) => JSON.stringify(text)
