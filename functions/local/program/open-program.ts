import { resolve } from 'node:path'
import type { Ledger } from '#ledger/ledger.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { openPress } from '#ledger/open-press.ts'
import type { Press } from '#ledger/press.ts'
import { createTable } from '#ledger/table.ts'
import type { StageThere } from '../aws/stage-there.ts'
import { openDataFolder } from '../data-folder.ts'
import { databaseHere, namesNoLedger } from '../database-here.ts'
import { publishDemoProgram } from '../demo-program.ts'

/** The program of a ledger, and the way to publish in it. */
export interface OpenProgram {
  readonly ledger: Ledger
  readonly press: Press
  /** Null where the ledger is in no folder. */
  readonly dataDir: string | null
  /** The stage in AWS whose program it is; null on this machine. */
  readonly there: StageThere | null
  /** No ledger was named, so this is the demo shop's program, kept nowhere. */
  readonly isDemo: boolean
  close(): Promise<void>
}

/** Opens the ledger that STAGE, DATA_DIR or DYNAMODB_ENDPOINT names (a folder is made if need be), else the demo shop's. */
export async function openProgram(env: Readonly<Record<string, string | undefined>>): Promise<OpenProgram> {
  const dataDir = env.DATA_DIR ? resolve(env.DATA_DIR) : null
  const isDemo = namesNoLedger(env)
  if (dataDir !== null) await openDataFolder(dataDir)
  const { client, table, there, close } = await databaseHere(env)
  try {
    if (!there) await createTable(client, table)
    const options = { client, table, now: Date.now }
    const ledger = openLedger(options)
    if (isDemo) await publishDemoProgram(ledger)
    return { ledger, press: openPress(options), dataDir, there, isDemo, close }
  } catch (error) {
    await close()
    throw error
  }
}
