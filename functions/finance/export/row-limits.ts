import { Problem } from '#http/problem.ts'
import type { ExportFormat } from '../export-routes.ts'

/**
 * The most entries a format takes. A workbook is made in memory, some 10 kB for each of its rows; what Excel opens has
 * 1,048,576 rows, of which one is the header.
 */
const MOST_ROWS: Partial<Readonly<Record<ExportFormat, number>>> = { xlsx: 20_000, 'excel-csv': 1_048_575 }

/** Throws a 413 problem that names other formats, where a format does not hold so many entries. */
export function checkRows(format: ExportFormat, rows: number): void {
  const most = MOST_ROWS[format]
  if (most === undefined || rows <= most) return
  const detail = `The period has more than the ${most} entries that ${format} can hold. Take csv or parquet, or a shorter period.`
  throw new Problem(413, 'too_many_rows', detail)
}
