import { join } from 'node:path'
import type { Books } from '#ledger/books.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { monthOf } from '#program/zone.ts'
import { entryFiles } from './entry-files.ts'
import { monthsWithEntries } from './months-with-entries.ts'

export interface RefreshOptions {
  readonly dataDir: string
  readonly ledger: Pick<Ledger, 'program'>
  readonly books: Pick<Books, 'booked'>
  readonly pseudonym: (member: string) => string
  /** When the booking began, and the clock: epoch milliseconds. */
  readonly since: number
  readonly now: () => number
}

/** Writes the files of the months in which a command has booked: a house that is stopped does not keep them up to date. */
export async function refreshEntryFiles({ dataDir, ledger, books, pseudonym, since, now }: RefreshOptions) {
  const { timeZone, current } = await monthsWithEntries(ledger, now)
  const files = entryFiles({ folder: join(dataDir, 'analytics'), books, timeZone, pseudonym, now })
  for (let month = monthOf(since, timeZone); month <= current(); month++) await files.write(month)
}
