import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Sealing } from '#ledger/seal/close-month.ts'
import { openFolderArchive } from '#ledger/seal/folder-archive.ts'
import { openKeySigner } from '#ledger/seal/signer.ts'
import { parseMonth } from '#program/month.ts'
import { REFUSED, runCommand } from './aws/run-command.ts'
import { sealingThere } from './aws/sealing-there.ts'
import { booksHere } from './books-here.ts'
import { closeHere } from './close-here.ts'
import { secretsFor } from './secrets.ts'
import { settingsOf } from './settings.ts'
import { SetupFault } from './setup-fault.ts'

const USAGE = 'DATA_DIR=FOLDER npm run close -- 2026-05    (or STAGE=prod for a stage in AWS)'

/** `npm run close`: closes a month of the ledger in a data folder for good. Exit code 1 when it was not closed. */
async function main(): Promise<number> {
  const month = askedFor()
  const { dataDir } = settingsOf(process.env)
  if (dataDir === null && !process.env.STAGE) {
    throw new SetupFault(
      `DATA_DIR or STAGE names the ledger of which a month is closed, and where it is kept.\nUsage: ${USAGE}`,
    )
  }
  const { ledger, books, there, close } = await booksHere(process.env, console.error)
  try {
    const sealing = there ? await sealingThere(there) : await sealingIn(dataDir ?? '')
    const { isClosed, sentence } = await closeHere({ ledger, books, sealing, now: Date.now }, month)
    console.log(sentence)
    return isClosed ? 0 : 1
  } finally {
    await close()
  }
}

async function sealingIn(dataDir: string): Promise<Sealing> {
  const { signingKey, pseudonymKey } = await secretsFor(dataDir)
  const archive = openFolderArchive(join(dataDir, 'closings'))
  return { archive, signer: openKeySigner(signingKey), key: pseudonymKey }
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

await runCommand(main, { exitCode: REFUSED })
