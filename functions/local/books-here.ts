import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Books } from '#ledger/books.ts'
import { connect } from '#ledger/client.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { openBooks } from '#ledger/open-books.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { pseudonymOf } from '#ledger/pseudonym.ts'
import { createTable } from '#ledger/table.ts'
import { startDatabase } from './dynoxide.ts'
import { furnish } from './furnish.ts'
import { LOCAL_TABLE } from './local-table.ts'
import { pastOf } from './past-of.ts'
import { secretsFor } from './secrets.ts'
import { settingsOf } from './settings.ts'
import { SetupFault } from './setup-fault.ts'

/** The ledger that a command reads, as finance sees it. */
export interface BooksHere {
  readonly ledger: Ledger
  readonly books: Books
  readonly pseudonym: (member: string) => string
  close(): Promise<void>
}

/**
 * Opens the ledger that DATA_DIR or DYNAMODB_ENDPOINT names; where neither does, the demo shop's in memory. Throws
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
  const database = await startDatabase(dataDir === null ? {} : { dataDir })
  const client = connect({ endpoint: database.endpoint })
  const close = async () => {
    client.destroy()
    await database.stop()
  }
  try {
    const { emailKey, pseudonymKey } = await secretsFor(dataDir)
    const options = { client, table: LOCAL_TABLE, now: Date.now }
    const opened = {
      ledger: openLedger(options),
      books: openBooks(options),
      pseudonym: pseudonymOf(pseudonymKey),
      close,
    }
    if (dataDir !== null) return opened
    tell('DATA_DIR is not set: recording the demo shop in memory.')
    await createTable(client, LOCAL_TABLE)
    await furnish({ ...opened, ...pastOf(options), emailKey, now: Date.now, tell: () => {} })
    return opened
  } catch (error) {
    await close()
    throw error
  }
}

const needsKey = () =>
  new SetupFault(
    'Members appear by pseudonyms, whose key is kept beside the data. Name the folder that the portal is started with in ' +
      'DATA_DIR, beside DYNAMODB_ENDPOINT.',
  )
