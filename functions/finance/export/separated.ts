import { stringify } from 'csv-stringify/sync'

export interface Separation {
  readonly delimiter: ',' | ';'
  /** Whether the file begins with a byte order mark, by which Excel knows UTF-8. */
  readonly hasMark: boolean
}

/** Rows that become text together: one call for each row would take several times as long. */
const ROWS_AT_ONCE = 500

const OPTIONS = {
  record_delimiter: '\r\n',
  // The library looks for its own line ends only; a field with half of one has to stand in quotes too (RFC 4180, 2.6).
  quoted_match: /[\r\n]/,
}

/** Rows of cells as RFC 4180 has them: CRLF after every record, quotes where they are needed and doubled inside. */
export async function* separated(
  rows: AsyncIterable<readonly string[]>,
  { delimiter, hasMark }: Separation,
): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder()
  let waiting: (readonly string[])[] = []
  const text = () => encoder.encode(stringify(waiting, { ...OPTIONS, delimiter }))
  if (hasMark) yield encoder.encode('\uFEFF')
  for await (const row of rows) {
    waiting.push(row)
    if (waiting.length < ROWS_AT_ONCE) continue
    yield text()
    waiting = []
  }
  if (waiting.length > 0) yield text()
}
