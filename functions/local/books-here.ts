import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { keyOf } from '#http/settings.ts'
import type { Books } from '#ledger/books.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { openBooks } from '#ledger/open-books.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { pseudonymOf } from '#ledger/pseudonym.ts'
import { createTable } from '#ledger/table.ts'
import type { StageThere } from './aws/stage-there.ts'
import { databaseHere } from './database-here.ts'
import { furnish } from './furnish.ts'
import { pastOf } from './past-of.ts'
import { secretsFor } from './secrets.ts'
import { settingsOf } from './settings.ts'
import { SetupFault } from './setup-fault.ts'

/** The ledger that a command reads, as finance sees it. */
export interface BooksHere {
  readonly ledger: Ledger
  readonly books: Books
  readonly pseudonym: (member: string) => string
  /** The stage in AWS whose ledger it is; null on this machine. */
  readonly there: StageThere | null
  close(): Promise<void>
}

/**
 * Opens the ledger that STAGE, DATA_DIR or DYNAMODB_ENDPOINT names; where none does, the demo shop's in memory. Throws
 * {@link SetupFault}.
 */
export async function booksHere(
  env: Readonly<Record<string, string | undefined>>,
  tell: (line: string) => void,
): Promise<BooksHere> {
  const { dataDir } = settingsOf(env)
  if (dataDir !== null && !env.DYNAMODB_ENDPOINT && !existsSync(join(dataDir, 'ledger.db'))) {
    throw new SetupFault(`There is no ledger in ${dataDir}. Name the folder that "npm start" was given in DATA_DIR.`)
  }
  if (dataDir === null && env.DYNAMODB_ENDPOINT) throw needsKey()
  const { client, table, there, close } = await databaseHere(env)
  try {
    const options = { client, table, now: Date.now }
    const books = { ledger: openLedger(options), books: openBooks(options), there, close }
    if (there) return { ...books, pseudonym: pseudonymOf(await pseudonymKeyOf(there)) }
    const { emailKey, pseudonymKey } = await secretsFor(dataDir)
    const opened = { ...books, pseudonym: pseudonymOf(pseudonymKey) }
    if (dataDir !== null) return opened
    tell('Neither DATA_DIR nor STAGE is set: recording the demo shop in memory.')
    await createTable(client, table)
    await furnish({ ...opened, ...pastOf(options), emailKey, now: Date.now, tell: () => {} })
    return opened
  } catch (error) {
    await close()
    throw error
  }
}

const pseudonymKeyOf = async ({ outputs, setting }: StageThere) =>
  keyOf('PSEUDONYM_KEY', await setting(outputs.FinanceName, 'PSEUDONYM_KEY'))

const needsKey = () =>
  new SetupFault(
    'Members appear by pseudonyms, whose key is kept beside the data. Name the folder that the portal is started with in ' +
      'DATA_DIR, beside DYNAMODB_ENDPOINT.',
  )
