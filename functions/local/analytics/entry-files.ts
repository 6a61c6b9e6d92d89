import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { entryColumns } from '#analytics/entry-columns.ts'
import { entryRow } from '#analytics/entry-row.ts'
import { parquetFile } from '#analytics/parquet-file.ts'
import type { Booked, Books } from '#ledger/books.ts'
import { formatMonth, type Month } from '#program/month.ts'
import { monthOf, startOfMonth } from '#program/zone.ts'

export interface EntryFilesOptions {
  /** The folder that has `entries/period=2026-05/` in it. */
  readonly folder: string
  readonly books: Pick<Books, 'booked'>
  readonly timeZone: string
  readonly pseudonym: (member: string) => string
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** A month's file is whole when it was written this long after the end of the month: whoever booked in it has ended. */
const AFTER_ITS_END_MS = 3_600_000

/** The ledger's entries as one Parquet file a month, of the same table as in AWS. */
export interface EntryFiles {
  /** Writes a month anew: all of it, or nothing. A month without entries gets no file. */
  write(month: Month): Promise<void>
  /** Whether there is a file of a month to which nothing can be added any more. */
  isWhole(month: Month): Promise<boolean>
}

export function entryFiles({ folder, books, timeZone, pseudonym, now }: EntryFilesOptions): EntryFiles {
  const columns = entryColumns({ pseudonym, monthOf: (instant) => monthOf(instant, timeZone) })
  const place = (month: Month) => join(folder, 'entries', `period=${formatMonth(month)}`)
  const fileOf = (month: Month) => join(place(month), 'entries.parquet')
  return {
    async write(month) {
      const readAt = now()
      const entries = books.booked(month)[Symbol.asyncIterator]()
      const first = await entries.next()
      if (first.done) return
      await mkdir(place(month), { recursive: true })
      const temporary = join(folder, `.${randomUUID()}.tmp`)
      try {
        await pipeline(parquetFile(columns, rowsOf(first.value, entries)), createWriteStream(temporary))
        // The house's own clock, which may stand on another day than the machine's.
        await utimes(temporary, readAt / 1000, readAt / 1000)
        await rename(temporary, fileOf(month))
      } finally {
        await rm(temporary, { force: true })
      }
    },
    async isWhole(month) {
      const written = await stat(fileOf(month)).catch(() => null)
      return written !== null && written.mtimeMs >= startOfMonth(month + 1, timeZone) + AFTER_ITS_END_MS
    },
  }
}

async function* rowsOf(first: Booked, rest: AsyncIterator<Booked>) {
  yield entryRow(first)
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield entryRow(next.value)
}
