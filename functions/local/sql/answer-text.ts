import { stringify } from 'csv-stringify/sync'
import type { Answer } from './ask.ts'

/** An answer as a table for reading: numbers to the right, a line under the names. */
export function answerText({ columns, rows }: Answer): string {
  const texts = rows.map((row) => row.map((value) => value ?? ''))
  const widths = columns.map((name, place) => Math.max(name.length, ...texts.map((row) => row[place]?.length ?? 0)))
  const isNumber = columns.map((_, place) => rows.every((row) => /^-?\d+(?:\.\d+)?$/.test(row[place] ?? '0')))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, place) => (isNumber[place] ? cell.padStart(widths[place] ?? 0) : cell.padEnd(widths[place] ?? 0)))
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return [line(columns), rule, ...texts.map(line), `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`].join('\n')
}

/** An answer as RFC 4180 has it. */
export const answerCsv = ({ columns, rows }: Answer): string =>
  stringify([columns, ...rows] as unknown[][], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ })
