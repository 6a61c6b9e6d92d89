import { randomUUID } from 'node:crypto'
import { CreateTableCommand } from '@aws-sdk/client-dynamodb'
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams'
import { onTestFinished } from 'vitest'
import { connect } from '#ledger/client.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { tableSchema } from '#ledger/table.ts'
import { startDatabase } from '#local/dynoxide.ts'

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }

/** A ledger whose table has a stream, as it has in AWS, in a database that ends with the test. */
export async function streamedLedger(): Promise<{
  readonly ledger: Ledger
  readonly endpoint: string
  readonly table: string
  readonly stream: () => Promise<{ streamArn: string; shardId: string; sequences: readonly string[] }>
}> {
  const { endpoint, stop } = await startDatabase()
  const [client, table] = [connect({ endpoint }), `test-${randomUUID()}`]
  const streams = new DynamoDBStreamsClient({ endpoint, region: 'local', credentials })
  onTestFinished(async () => {
    client.destroy()
    streams.destroy()
    await stop()
  })
  await client.send(new CreateTableCommand({ TableName: table, ...tableSchema }))
  const ledger = openLedger({ client, table, now: Date.now, timeZone: 'Etc/UTC' })
  return { ledger, endpoint, table, stream: () => streamOf(streams) }
}

/** The stream, its one shard, and all that is in it. */
async function streamOf(client: DynamoDBStreamsClient) {
  const { Streams: [stream] = [] } = await client.send(new ListStreamsCommand({}))
  const StreamArn = stream?.StreamArn ?? ''
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }))
  const ShardId = StreamDescription?.Shards?.[0]?.ShardId ?? ''
  const from = { ShardIteratorType: 'TRIM_HORIZON', StreamArn, ShardId } as const
  const { ShardIterator } = await client.send(new GetShardIteratorCommand(from))
  const { Records = [] } = await client.send(new GetRecordsCommand({ ShardIterator }))
  const sequences = Records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? '')
  return { streamArn: StreamArn, shardId: ShardId, sequences }
}
