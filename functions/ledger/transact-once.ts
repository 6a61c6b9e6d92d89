import {
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { Busy } from './ledger.ts'

/**
 * Writes all or nothing. False when a condition was lost: what is to be written once has been written. Throws {@link Busy}
 * when other transactions were in the way.
 */
export async function transactOnce(
  client: DynamoDBClient,
  writes: readonly TransactWriteItem[],
  token: string,
): Promise<boolean> {
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems: [...writes], ClientRequestToken: token }))
    return true
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error
    const codes = error.CancellationReasons?.map(({ Code }) => Code) ?? []
    if (codes.includes('ConditionalCheckFailed')) return false
    throw new Busy('Another transaction was in the way. Send the same request again in a moment.', { cause: error })
  }
}
