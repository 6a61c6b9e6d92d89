import { resolve } from 'node:path'
import { connect } from '#ledger/client.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { openPress } from '#ledger/open-press.ts'
import type { Press } from '#ledger/press.ts'
import { createTable } from '#ledger/table.ts'
import { openDataFolder } from '../data-folder.ts'
import { publishDemoProgram } from '../demo-program.ts'
import { startDatabase } from '../dynoxide.ts'
import { LOCAL_TABLE } from '../local-table.ts'

/** The program of a ledger, and the way to publish in it. */
export interface OpenProgram {
  readonly ledger: Ledger
  readonly press: Press
  /** Null where the ledger is in no folder. */
  readonly dataDir: string | null
  /** No ledger was named, so this is the demo shop's program, kept nowhere. */
  readonly isDemo: boolean
  close(): Promise<void>
}

/** Opens the ledger that DATA_DIR or DYNAMODB_ENDPOINT names (a folder is made if need be), else the demo shop's program. */
export async function openProgram(env: Readonly<Record<string, string | undefined>>): Promise<OpenProgram> {
  const dataDir = env.DATA_DIR ? resolve(env.DATA_DIR) : null
  const isDemo = dataDir === null && !env.DYNAMODB_ENDPOINT
  if (dataDir !== null) await openDataFolder(dataDir)
  const database = await startDatabase(dataDir === null ? {} : { dataDir })
  const client = connect({ endpoint: database.endpoint })
  const close = async () => {
    client.destroy()
    await database.stop()
  }
  try {
    await createTable(client, LOCAL_TABLE)
    const options = { client, table: LOCAL_TABLE, now: Date.now }
    const ledger = openLedger(options)
    if (isDemo) await publishDemoProgram(ledger)
    return { ledger, press: openPress(options), dataDir, isDemo, close }
  } catch (error) {
    await close()
    throw error
  }
}
