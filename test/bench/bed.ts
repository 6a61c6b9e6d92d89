import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { connect } from '#ledger/client.ts'
import { createTable } from '#ledger/table.ts'
import { startDatabase } from '#local/dynoxide.ts'

/** A database of a bench's own, reached as the ledger reaches it and by the SDK as it comes. */
export interface Bed {
  readonly client: DynamoDBClient
  readonly plain: DynamoDBClient
  readonly table: string
}

/** Runs on a new table in memory, and leaves nothing running. */
export async function onBed<T>(run: (bed: Bed) => Promise<T>): Promise<T> {
  const { endpoint, stop } = await startDatabase()
  const client = connect({ endpoint })
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const plain = new DynamoDBClient({ endpoint, region: 'local', credentials })
  try {
    await createTable(client, 'bench')
    return await run({ client, plain, table: 'bench' })
  } finally {
    client.destroy()
    plain.destroy()
    await stop()
  }
}
