import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openFolderArchive } from '#ledger/seal/folder-archive.ts'
import { openKeySigner } from '#ledger/seal/signer.ts'
import { parseMonth } from '#program/month.ts'
import { booksHere } from './books-here.ts'
import { closeHere } from './close-here.ts'
import { DatabaseError } from './dynoxide.ts'
import { secretsFor } from './secrets.ts'
import { settingsOf } from './settings.ts'
import { SetupFault } from './setup-fault.ts'

const USAGE = 'DATA_DIR=FOLDER npm run close -- 2026-05'

/** `npm run close`: closes a month of the ledger in a data folder for good. Exit code 1 when it was not closed. */
async function main(): Promise<number> {
  const month = askedFor()
  const { dataDir } = settingsOf(process.env)
  if (dataDir === null) {
    throw new SetupFault(`DATA_DIR names the ledger of which a month is closed, and where it is kept.\nUsage: ${USAGE}`)
  }
  const { ledger, books, close } = await booksHere(process.env, console.error)
  try {
    const { signingKey, pseudonymKey } = await secretsFor(dataDir)
    const archive = openFolderArchive(join(dataDir, 'closings'))
    const sealing = { archive, signer: openKeySigner(signingKey), key: pseudonymKey }
    const { isClosed, sentence } = await closeHere({ ledger, books, sealing, now: Date.now }, month)
    console.log(sentence)
    return isClosed ? 0 : 1
  } finally {
    await close()
  }
}

function askedFor(): number {
  try {
    const { positionals } = parseArgs({ allowPositionals: true, options: {} })
    const [month, ...others] = positionals
    if (month !== undefined && others.length === 0) return parseMonth(month)
  } catch (error) {
    throw new SetupFault(`${(error as Error).message}\nUsage: ${USAGE}`)
  }
  throw new SetupFault(`Usage: ${USAGE}`)
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof SetupFault || error instanceof DatabaseError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
