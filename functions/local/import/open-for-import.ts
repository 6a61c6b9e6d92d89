import { resolve } from 'node:path'
import { connect } from '#ledger/client.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { createTable } from '#ledger/table.ts'
import { publishDemoProgram } from '../demo-program.ts'
import { startDatabase } from '../dynoxide.ts'
import { LOCAL_TABLE } from '../local-table.ts'
import { ImportError } from './import-error.ts'

export interface OpenForImport {
  readonly ledger: Ledger
  /** Where reports are kept: in the data folder, or the working directory where the database is elsewhere. */
  readonly reportFolder: string
  close(): Promise<void>
}

/**
 * Opens the ledger that DATA_DIR or DYNAMODB_ENDPOINT names. A new one gets the demo shop's program, as at `npm start`.
 * Throws {@link ImportError} when neither is named, or when the program is in another currency than the profile.
 */
export async function openForImport(
  env: Readonly<Record<string, string | undefined>>,
  currency: string,
): Promise<OpenForImport> {
  const dataDir = env.DATA_DIR ? resolve(env.DATA_DIR) : undefined
  if (dataDir === undefined && !env.DYNAMODB_ENDPOINT) {
    throw new ImportError(
      'Say where to import to: DATA_DIR=./data names a folder (it is made if need be; "DATA_DIR=./data npm start" shows ' +
        'what is in it), DYNAMODB_ENDPOINT=http://... a database that is running.',
    )
  }
  const database = await startDatabase(dataDir === undefined ? {} : { dataDir })
  try {
    const client = connect({ endpoint: database.endpoint })
    await createTable(client, LOCAL_TABLE)
    const ledger = openLedger({ client, table: LOCAL_TABLE, now: Date.now })
    if ((await ledger.program()).rules.length === 0) await publishDemoProgram(ledger)
    checkCurrency((await ledger.program()).rules[0]?.currency ?? '', currency)
    return { ledger, reportFolder: dataDir ? resolve(dataDir, 'imports') : process.cwd(), close: database.stop }
  } catch (error) {
    await database.stop()
    throw error
  }
}

function checkCurrency(ofProgram: string, ofProfile: string) {
  if (ofProgram === ofProfile) return
  throw new ImportError(
    `The profile's amounts are in ${ofProfile}, the program counts in ${ofProgram}. Import a file in ${ofProgram}.`,
  )
}
