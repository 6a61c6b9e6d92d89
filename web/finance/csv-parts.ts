/** An invoice as it can be sent: parts under a megabyte, each with the column names. */
export type CsvParts =
  | { readonly ok: true; readonly parts: readonly string[] }
  | { readonly ok: false; readonly detail: string }

/** A body may have a megabyte (api.md); a little is left for what is counted differently. */
export const MOST_BYTES = 900_000
/** Booked in one request, which has to end before anybody loses patience. */
export const MOST_ROWS = 1000

/**
 * Splits a CSV file between its rows. Blank lines stand for the rows before a part, so that every row keeps its number in
 * the file. A line's id may stand in one part only, because parts are checked one by one.
 */
export function csvParts(text: string, mostBytes = MOST_BYTES, mostRows = MOST_ROWS): CsvParts {
  const [header = '', ...records] = recordsOf(text.replace(/^\uFEFF/, ''))
  const parts: string[] = []
  let [part, rows, bytes] = [[header], 0, bytesOf(header)]
  const close = () => parts.push(part.join('\n'))
  records.forEach((record, index) => {
    const more = bytesOf(record) + 1
    if (rows > 0 && (rows === mostRows || bytes + more > mostBytes)) {
      close()
      part = [header, ...Array<string>(index).fill('')]
      ;[rows, bytes] = [0, bytesOf(header) + index]
    }
    part.push(record)
    rows++
    bytes += more
  })
  close()
  const doubled = parts.length > 1 ? doubledId(header, records) : null
  if (doubled) return { ok: false, detail: doubled }
  if (parts.some((each) => bytesOf(each) > 1_000_000)) return { ok: false, detail: TOO_LARGE }
  return { ok: true, parts }
}

const TOO_LARGE =
  'The file is too large to be sent in parts. Split it into several files, or have it taken in by the command.'

const encoder = new TextEncoder()
const bytesOf = (text: string) => encoder.encode(text).length

/** Rows as they are written; a line break in quotes does not end one. Blank lines at the end are none. */
export function recordsOf(text: string): string[] {
  const records: string[] = []
  let open = ''
  for (const line of text.split(/\r\n|\n|\r/)) {
    const record = open === '' ? line : `${open}\n${line}`
    const isOpen = (record.match(/"/g)?.length ?? 0) % 2 === 1
    if (isOpen) open = record
    else {
      records.push(record)
      open = ''
    }
  }
  if (open !== '') records.push(open)
  while (records.at(-1)?.trim() === '') records.pop()
  return records
}

function doubledId(header: string, records: readonly string[]): string | null {
  const separator = header.split(';').length > header.split(',').length ? ';' : ','
  const column = cellsOf(header, separator).findIndex((name) => name.toLowerCase() === 'id')
  const rowOf = new Map<string, number>()
  for (const [index, record] of records.entries()) {
    const id = cellsOf(record, separator)[column] ?? ''
    const [row, before] = [index + 2, rowOf.get(id)]
    if (id !== '' && before !== undefined)
      return `Row ${row}: the id stands in row ${before} already. Remove one of the two.`
    rowOf.set(id, row)
  }
  return null
}

/** The cells of a row, without quotes and the blanks around them. */
function cellsOf(record: string, separator: string): string[] {
  const cells = record.match(separator === ';' ? /("(?:[^"]|"")*"|[^;])*(;|$)/g : /("(?:[^"]|"")*"|[^,])*(,|$)/g) ?? []
  return cells.map((cell) =>
    cell
      .replace(/[;,]$/, '')
      .trim()
      .replace(/^"([\s\S]*)"$/, '$1')
      .replaceAll('""', '"')
      .trim(),
  )
}
