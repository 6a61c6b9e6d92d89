import { resolve } from 'node:path'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { connect } from '#ledger/client.ts'
import { type StageThere, stageThere } from './aws/stage-there.ts'
import { startDatabase } from './dynoxide.ts'
import { LOCAL_TABLE } from './local-table.ts'
import { SetupFault } from './setup-fault.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The database that a command works on. */
export interface DatabaseHere {
  readonly client: DynamoDBClient
  readonly table: string
  /** As sentences name it: "the database at http://127.0.0.1:8000". */
  readonly name: string
  /** The stage in AWS whose ledger it is; null on this machine. */
  readonly there: StageThere | null
  close(): Promise<void>
}

/** Whether the environment names no ledger at all, so that a command takes the demo shop's. */
export const namesNoLedger = ({ STAGE, DATA_DIR, DYNAMODB_ENDPOINT }: Environment) =>
  !STAGE && !DATA_DIR && !DYNAMODB_ENDPOINT

/**
 * Opens what STAGE (a stage in AWS), DATA_DIR (a folder) or DYNAMODB_ENDPOINT names, and where none does, a new database in
 * memory. Throws {@link SetupFault}, also when a stage and something on this machine are named at once.
 */
export async function databaseHere(env: Environment): Promise<DatabaseHere> {
  if (env.STAGE) return inStage(env.STAGE, env)
  const dataDir = env.DATA_DIR ? resolve(env.DATA_DIR) : undefined
  const database = await startDatabase(dataDir === undefined ? {} : { dataDir })
  const client = connect({ endpoint: database.endpoint })
  const close = async () => {
    client.destroy()
    await database.stop()
  }
  return { client, table: LOCAL_TABLE, name: `the database at ${database.endpoint}`, there: null, close }
}

async function inStage(stage: string, { DATA_DIR, DYNAMODB_ENDPOINT }: Environment): Promise<DatabaseHere> {
  if (DATA_DIR || DYNAMODB_ENDPOINT) {
    throw new SetupFault(
      `STAGE names the stage ${stage} in AWS, and ${DATA_DIR ? 'DATA_DIR' : 'DYNAMODB_ENDPOINT'} a ledger elsewhere. Clear one of them.`,
    )
  }
  const there = await stageThere(stage)
  const client = connect({ region: there.region })
  const name = `the stage ${stage} in ${there.region}`
  return { client, table: there.table, name, there, close: async () => client.destroy() }
}
