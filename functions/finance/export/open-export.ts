import { createHash } from 'node:crypto'
import type { CostEntry } from '#ledger/cost-entry.ts'
import { formatMoney } from '#program/money.ts'
import { formatMonth } from '#program/month.ts'
import type { ExportFormat, Manifest } from '../export-routes.ts'
import type { ExportFile, ExportOrder, ExportSetting, ExportWriter } from './export-order.ts'
import { type Tally, tallied } from './tally.ts'

/** One export has one format, so the others' writers are not loaded for it. */
const WRITERS: Readonly<Record<ExportFormat, () => Promise<ExportWriter>>> = {
  csv: async () => (await import('./csv.ts')).csv,
  'excel-csv': async () => (await import('./excel-csv.ts')).excelCsv,
  xlsx: async () => (await import('./xlsx.ts')).xlsx,
  parquet: async () => (await import('./parquet.ts')).parquet,
  hledger: async () => (await import('./hledger.ts')).hledger,
  beancount: async () => (await import('./beancount.ts')).beancount,
  xero: async () => (await import('./xero.ts')).xero,
}

/** An export that can be read: its files, and then its manifest. */
export interface OpenExport {
  /** The program's id. */
  readonly program: string
  readonly files: readonly ExportFile[]
  /** What was read. Throws before every file has been read to its end, once and in order. */
  readonly manifest: () => Manifest
}

/**
 * Begins an export of entries that are given in the order of booking. Rows and bytes are counted while they pass, so that
 * nothing is read twice. Throws the problems of the format's writer.
 */
export async function openExport(
  order: ExportOrder,
  setting: ExportSetting,
  entries: AsyncIterable<CostEntry>,
): Promise<OpenExport> {
  const counted = tallied(entries)
  const write = await WRITERS[order.format]()
  const files = await write(order, setting, counted.entries)
  const read: Manifest['files'] = []
  return {
    program: setting.program,
    files: files.map((file) => ({ ...file, bytes: digested(file, (one) => read.push(one)) })),
    manifest: () => {
      if (read.length < files.length) throw new Error('The manifest comes after the files.')
      return manifestOf(order, setting, counted.tally(), read)
    },
  }
}

async function* digested({ name, bytes }: ExportFile, done: (file: Manifest['files'][number]) => void) {
  const hash = createHash('sha256')
  let length = 0
  for await (const chunk of bytes) {
    hash.update(chunk)
    length += chunk.length
    yield chunk
  }
  done({ name, bytes: length, sha256: hash.digest('hex') })
}

function manifestOf(order: ExportOrder, setting: ExportSetting, tally: Tally, files: Manifest['files']): Manifest {
  const { format, period } = order
  const { total, editions, events } = tally
  const instant = (time: number | undefined) => (time === undefined ? null : new Date(time).toISOString())
  return {
    program: setting.program,
    format,
    period: { from: formatMonth(period.from), to: formatMonth(period.to) },
    rows: total.rows,
    sums: [{ currency: setting.currency, cost: formatMoney(total.costMinor, setting.currency) }],
    editions: editions && { ...editions },
    firstEvent: instant(events?.first),
    lastEvent: instant(events?.last),
    files,
  }
}
