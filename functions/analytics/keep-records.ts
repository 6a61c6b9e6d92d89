import { createHash } from 'node:crypto'
import type { Count } from '#http/count.ts'
import { bookedIn } from '#ledger/booked.ts'
import type { Item } from '#ledger/keys.ts'
import type { Column } from './column.ts'
import { type EntryRow, entryRow } from './entry-row.ts'
import { parquetFile } from './parquet-file.ts'

/** A record of the table's stream, as far as it matters here. */
export interface StreamRecord {
  readonly eventID: string
  readonly dynamodb: { readonly SequenceNumber: string; readonly NewImage?: Item }
}

export interface KeepRecordsOptions {
  readonly columns: readonly Column<EntryRow>[]
  /** Stores a file under its name, in place of one that is there. */
  readonly put: (name: string, bytes: Uint8Array) => Promise<unknown>
  /** Is told of what could not be kept. */
  readonly report: (error: unknown) => void
  /** Left out: nothing is counted. */
  readonly count?: Count
}

/** From which record on the stream is to be read again; empty: everything is kept. */
export interface Kept {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[]
}

interface KeptRecord {
  readonly eventID: string
  readonly sequence: string
  readonly row: EntryRow
}

/**
 * Keeps the entries among some records of the stream as one Parquet file for each month of booking. A file is named after
 * the very records in it, so the same records delivered again take the same place; others may overlap, and then a row is
 * there twice, the same in both. A record that cannot be read holds up those behind it and none before.
 */
export async function keepRecords(records: readonly StreamRecord[], options: KeepRecordsOptions): Promise<Kept> {
  const { byPeriod, unreadable } = entriesIn(records, options)
  const failed = new Set(unreadable === null ? [] : [unreadable])
  for (const [period, kept] of byPeriod) {
    try {
      await options.put(nameOf(period, kept), await fileOf(kept, options.columns))
      options.count?.('entriesKept', kept.length)
    } catch (error) {
      options.report(error)
      failed.add(kept[0]?.sequence ?? '')
    }
  }
  // The stream is read again from the first of them on.
  const first = records.find(({ dynamodb }) => failed.has(dynamodb.SequenceNumber))
  return { batchItemFailures: first ? [{ itemIdentifier: first.dynamodb.SequenceNumber }] : [] }
}

function entriesIn(records: readonly StreamRecord[], { columns, report }: KeepRecordsOptions) {
  const byPeriod = new Map<string, KeptRecord[]>()
  for (const { eventID, dynamodb } of records) {
    const { SequenceNumber: sequence, NewImage } = dynamodb
    const period = NewImage && monthIn(NewImage)
    if (!period) continue
    try {
      const kept = byPeriod.get(period) ?? []
      kept.push({ eventID, sequence, row: checked(entryRow(bookedIn(NewImage)), columns) })
      byPeriod.set(period, kept)
    } catch (error) {
      report(error)
      return { byPeriod, unreadable: sequence }
    }
  }
  return { byPeriod, unreadable: null }
}

/** The row, if a file can hold it. Throws a TypeError for one that says a number and has none. */
function checked(row: EntryRow, columns: readonly Column<EntryRow>[]): EntryRow {
  for (const column of columns) {
    if (column.kind === 'text') continue
    const value = column.of(row)
    if (value !== null && !Number.isSafeInteger(value)) throw new TypeError(`${column.name} of ${row.id} is no number.`)
  }
  return row
}

/** The month in which an item was booked; undefined for one that is no entry. */
const monthIn = ({ period }: Item): string | undefined => /(\d{4}-\d{2})\.\d+$/.exec(period?.S ?? '')?.[1]

function nameOf(period: string, kept: readonly KeptRecord[]): string {
  const hash = createHash('sha256').update(kept.map(({ eventID }) => eventID).join('\n'))
  return `entries/period=${period}/${kept[0]?.sequence}-${hash.digest('hex').slice(0, 16)}.parquet`
}

async function fileOf(kept: readonly KeptRecord[], columns: readonly Column<EntryRow>[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of parquetFile(
    columns,
    kept.map(({ row }) => row),
  ))
    chunks.push(chunk)
  return Buffer.concat(chunks)
}
