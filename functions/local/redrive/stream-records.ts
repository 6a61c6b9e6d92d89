import {
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ResourceNotFoundException,
  type _Record as StreamedRecord,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams'
import type { FailedBatch } from './failed-batch.ts'

/** A record in the form in which Lambda brings it to a function: what a function of ours reads of it, and no more. */
export type LambdaRecord = ReturnType<typeof lambdaRecord>

/**
 * The records of a batch, once more from the stream, in their order; null when some of them are there no more, because the
 * stream keeps them for 24 hours.
 */
export async function recordsOf(client: DynamoDBStreamsClient, batch: FailedBatch): Promise<LambdaRecord[] | null> {
  try {
    return await readRecords(client, batch)
  } catch (error) {
    if (error instanceof TrimmedDataAccessException || error instanceof ResourceNotFoundException) return null
    throw error
  }
}

/** So many answers without a record mean that there are none: of an open shard the stream has answers without end. */
const MOST_EMPTY = 50

async function readRecords(client: DynamoDBStreamsClient, batch: FailedBatch): Promise<LambdaRecord[] | null> {
  const { streamArn: StreamArn, shardId: ShardId, from: SequenceNumber, to } = batch
  const begin = { ShardIteratorType: 'AT_SEQUENCE_NUMBER', SequenceNumber } as const
  const { ShardIterator } = await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ...begin }))
  const found: LambdaRecord[] = []
  let iterator = ShardIterator
  for (let empty = 0; iterator !== undefined && empty < MOST_EMPTY; ) {
    const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator: iterator }))
    for (const record of Records.map(lambdaRecord)) {
      const sequence = BigInt(record.dynamodb.SequenceNumber)
      if (sequence > BigInt(to)) return found.length > 0 ? found : null
      found.push(record)
      if (sequence === BigInt(to)) return found
    }
    empty = Records.length > 0 ? 0 : empty + 1
    iterator = NextShardIterator
  }
  return null
}

function lambdaRecord({ eventID, eventName, awsRegion, dynamodb = {} }: StreamedRecord) {
  const { ApproximateCreationDateTime, SequenceNumber = '', ...images } = dynamodb
  return {
    ...{ eventID, eventName, awsRegion, eventSource: 'aws:dynamodb' },
    dynamodb: {
      ...images,
      SequenceNumber,
      // Lambda brings seconds, the SDK a date.
      ApproximateCreationDateTime: (ApproximateCreationDateTime?.getTime() ?? Number.NaN) / 1_000,
    },
  }
}
