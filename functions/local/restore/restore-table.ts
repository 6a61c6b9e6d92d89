import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  RestoreTableToPointInTimeCommand,
  type TableDescription,
  TagResourceCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb'
import { tableSchema } from '#ledger/table.ts'
import type { OwnLedger } from '../../../infra/stage-settings.ts'
import { tableReady } from '../aws/table-ready.ts'
import { STAGE_TAG } from '../destroy/belongs-to.ts'
import { SetupFault } from '../setup-fault.ts'

/** As every ledger has it: what an item was before is told from what it is now. */
const STREAM = tableSchema.StreamSpecification

export interface RestoreDeps {
  readonly client: DynamoDBClient
  readonly tell: (line: string) => void
  readonly sleep: (ms: number) => Promise<void>
}

export interface AskedRestore {
  readonly stage: string
  /** The table that goes on as it is. */
  readonly table: string
  /** Epoch milliseconds. */
  readonly to: number
}

/**
 * Makes a table as the ledger was at an instant, with all that a restore leaves out. The ledger itself goes on as it is. Can
 * be run again: what is done already is not done twice. Throws {@link SetupFault} for an instant that cannot be gone back to.
 */
export async function restoreTable(asked: AskedRestore, deps: RestoreDeps): Promise<OwnLedger> {
  const { client, tell, sleep } = deps
  const tableName = nameOfRestored(asked)
  if (!(await isThere(client, tableName))) {
    await checkInstant(client, asked)
    const RestoreDateTime = new Date(asked.to)
    const tables = { SourceTableName: asked.table, TargetTableName: tableName }
    await client.send(new RestoreTableToPointInTimeCommand({ ...tables, RestoreDateTime }))
    tell(
      `Restoring ${asked.table} as of ${RestoreDateTime.toISOString()} to ${tableName}. It takes from minutes to hours.`,
    )
  } else {
    tell(`${tableName} is there already: taking it up where it is.`)
  }
  const told = (status: string) => tell(`  ${status.toLowerCase()} ...`)
  const restored = await tableReady(client, tableName, sleep, told)
  const streamArn = await completed(restored, asked.stage, deps)
  return { tableName, streamArn }
}

/** "Cleartier-prod-DataLedger-AB12-20261120T100000Z": what it is of, and as of when. */
function nameOfRestored({ table, to }: AskedRestore): string {
  const instant = new Date(to).toISOString().replace(/[-:]|\.\d+/g, '')
  const original = table.replace(/-\d{8}T\d{6}Z$/, '')
  return `${original}-${instant}`
}

async function isThere(client: DynamoDBClient, TableName: string): Promise<boolean> {
  try {
    await client.send(new DescribeTableCommand({ TableName }))
    return true
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false
    throw error
  }
}

async function checkInstant(client: DynamoDBClient, { table, to }: AskedRestore): Promise<void> {
  const { ContinuousBackupsDescription } = await client.send(new DescribeContinuousBackupsCommand({ TableName: table }))
  const { EarliestRestorableDateTime: earliest, LatestRestorableDateTime: latest } =
    ContinuousBackupsDescription?.PointInTimeRecoveryDescription ?? {}
  if (!earliest || !latest) {
    throw new SetupFault(
      `The table ${table} cannot go back in time. Restore it from a backup in AWS Backup (docs/deploy.md).`,
    )
  }
  if (to >= earliest.getTime() && to <= latest.getTime()) return
  throw new SetupFault(
    `The table ${table} goes back to any second from ${earliest.toISOString()} to ${latest.toISOString()}. Name one of them, or ` +
      'restore an older backup in AWS Backup (docs/deploy.md).',
  )
}

/** What a restored table lacks: a stream, going back itself, protection, and its stage's tag. Returns the stream's ARN. */
async function completed(
  table: TableDescription,
  stage: string,
  { client, sleep, tell }: RestoreDeps,
): Promise<string> {
  const { TableName, TableArn, StreamSpecification } = table
  if (TableName === undefined || TableArn === undefined) throw new Error('DynamoDB describes a table without its name.')
  const ready = () => tableReady(client, TableName, sleep)
  if (!StreamSpecification?.StreamEnabled) {
    await client.send(new UpdateTableCommand({ TableName, StreamSpecification: STREAM }))
    await ready()
  } else if (StreamSpecification.StreamViewType !== STREAM.StreamViewType) {
    throw new SetupFault(
      `The stream of ${TableName} does not show what items were before, so that every write would be told as a change of tier. ` +
        'Switch it off in the console, and run this again.',
    )
  }
  await client.send(
    new UpdateContinuousBackupsCommand({
      TableName,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    }),
  )
  await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: true }))
  await client.send(new TagResourceCommand({ ResourceArn: TableArn, Tags: [{ Key: STAGE_TAG, Value: stage }] }))
  const { LatestStreamArn } = await ready()
  if (LatestStreamArn === undefined)
    throw new SetupFault(`The stream of ${TableName} is not there yet. Run this again.`)
  tell(`${TableName} is there, with its stream, protected, and going back in time itself.`)
  return LatestStreamArn
}
