import { ImportError } from './import-error.ts'

/** A line longer than this is no row of a shop's export: quotes do not close, or the file is no CSV. */
const LONGEST_LINE_BYTES = 65_536
const LINE_FEED = 0x0a

/**
 * The text of a file, piece by piece, each piece ending with a line. A byte order mark is taken off. Throws
 * {@link ImportError} with the line for bytes that are not of the encoding, for endless lines and for no text at all.
 */
export async function* decode(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let rest: Uint8Array = new Uint8Array()
  let linesBefore = 0
  let first = true
  const textOf = (bytes: Uint8Array) => decodeLines(decoder, bytes, linesBefore, encoding)
  for await (const chunk of chunks) {
    if (first) refuseOtherFiles(chunk)
    const bytes = Buffer.concat([rest, first ? withoutMark(chunk) : chunk])
    first = false
    const end = bytes.lastIndexOf(LINE_FEED) + 1
    rest = bytes.subarray(end)
    if (end > 0) yield textOf(bytes.subarray(0, end))
    linesBefore += countLines(bytes.subarray(0, end))
    if (rest.length > LONGEST_LINE_BYTES) throw lineTooLong(linesBefore + 1)
  }
  if (rest.length > 0) yield textOf(rest)
  else if (first)
    throw new ImportError('The file is empty. Export it again; it should begin with a row of column names.')
}

function decodeLines(decoder: TextDecoder, bytes: Uint8Array, linesBefore: number, encoding: string): string {
  try {
    return decoder.decode(bytes)
  } catch {
    const line = linesBefore + faultyLine(decoder, bytes)
    throw new ImportError(
      `Line ${line} is not ${encoding}. Save the file as UTF-8, or say "encoding: windows-1252" in the profile if it comes from an older Windows program.`,
    )
  }
}

/** The first of the lines that cannot be decoded, counted from 1. */
function faultyLine(decoder: TextDecoder, bytes: Uint8Array): number {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(LINE_FEED, start)
    const end = feed < 0 ? bytes.length : feed + 1
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch {
      return line
    }
    start = end
  }
  return line
}

function countLines(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines++
  return lines
}

/** The byte order mark of UTF-8, which spreadsheets put in front. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return marked ? bytes.subarray(3) : bytes
}

/** What people hand over instead of a CSV file, by its first bytes. */
function refuseOtherFiles(bytes: Uint8Array) {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (start.startsWith('PK')) {
    throw new ImportError('The file is a workbook or an archive, not CSV. Save the sheet as "CSV UTF-8".')
  }
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff') || start.includes('\0')) {
    throw new ImportError('The file is UTF-16. Save it as "CSV UTF-8".')
  }
}

const lineTooLong = (line: number) =>
  new ImportError(
    `Line ${line} is longer than ${LONGEST_LINE_BYTES} bytes. Is the file a CSV, one row per line? Look at the line breaks.`,
  )
