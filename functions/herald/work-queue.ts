import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { Work } from './work.ts'

/** SQS takes so many messages a call. */
const MOST_A_CALL = 10

/** Puts work into a queue. Throws when any of it was not taken; some of it may have been. */
export function sendWork(client: SQSClient, queueUrl: string): (work: readonly Work[]) => Promise<void> {
  return async (work) => {
    for (let from = 0; from < work.length; from += MOST_A_CALL) {
      const Entries = work
        .slice(from, from + MOST_A_CALL)
        .map((one, index) => ({ Id: String(index), MessageBody: JSON.stringify(one) }))
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }))
      if (Failed.length > 0) throw new Error(`The queue did not take ${Failed.length} messages (${Failed[0]?.Code}).`)
    }
  }
}
