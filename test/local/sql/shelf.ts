import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Booked } from '#ledger/books.ts'
import { entryFiles } from '#local/analytics/entry-files.ts'
import { ask } from '#local/sql/ask.ts'
import { questions, withParameters } from '#local/sql/questions.ts'
import type { Month } from '#program/month.ts'
import { eachOf } from '../../finance/export/exported.ts'

/** A folder with the files of these entries by month, which goes when the work is done. */
export async function onShelf<T>(
  booked: ReadonlyMap<Month, readonly Booked[]>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'cleartier-shelf-'))
  try {
    const books = { booked: (month: Month) => eachOf(booked.get(month) ?? []) }
    const pseudonym = (member: string) => `p-${member}`
    const files = entryFiles({ folder, books, timeZone: 'Europe/London', pseudonym, now: () => 0 })
    for (const month of booked.keys()) await files.write(month)
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Delivers every file a second time. */
export async function doubled(folder: string): Promise<void> {
  for (const period of await readdir(join(folder, 'entries'))) {
    const place = join(folder, 'entries', period)
    for (const file of await readdir(place)) await cp(join(place, file), join(place, `again-${file}`))
  }
}

/** The answer to a question, a record for each row. */
export async function answerTo(name: string, folder: string, values: Readonly<Record<string, string>> = {}) {
  const question = (await questions()).find((one) => one.name === name)
  if (!question) throw new Error(`There is no question "${name}".`)
  const { columns, rows } = await ask(withParameters(question, values), folder)
  return rows.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place]])))
}
