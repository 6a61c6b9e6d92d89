import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { LambdaClient } from '@aws-sdk/client-lambda'
import { callAgain } from './call-again.ts'
import type { DeadLetters, DeadMessage } from './dead-letters.ts'
import { failedBatchIn } from './failed-batch.ts'
import { recordsOf } from './stream-records.ts'

export interface StreamAgainOptions {
  readonly streams: DynamoDBStreamsClient
  readonly lambda: LambdaClient
  /** Is told after each message how many are dealt with. */
  readonly onProgress: (messages: number) => void
}

/** What became of dead letters of a stream. All but those that were done are in the queue as before. */
export interface StreamAgain {
  readonly done: number
  /** The function could not do them once more; its log says why. */
  readonly failed: number
  /** Their records are in the stream no more. */
  readonly gone: number
  /** Not written by Lambda. */
  readonly strange: number
}

type Fate = keyof StreamAgain

/** Brings what is named in a queue to its function once more, each message once, and takes away what it did. */
export async function streamAgain(letters: DeadLetters, options: StreamAgainOptions): Promise<StreamAgain> {
  const counts: Record<Fate, number> = { done: 0, failed: 0, gone: 0, strange: 0 }
  const left = new Map<string, DeadMessage>()
  try {
    for (let taken = await letters.take(); taken.length > 0; taken = await letters.take()) {
      const fresh = taken.filter(({ id }) => !left.has(id))
      // Whatever happens, nothing of what was taken stays hidden.
      for (const message of taken) left.set(message.id, message)
      // Those that were left come again when it takes longer than they are hidden: everything has been tried.
      if (fresh.length === 0) break
      for (const message of fresh) {
        const fate = await fateOf(message, options)
        if (fate === 'done') {
          await letters.remove(message)
          left.delete(message.id)
        }
        counts[fate]++
        options.onProgress(counts.done + counts.failed + counts.gone + counts.strange)
      }
    }
  } finally {
    await letters.putBack([...left.values()])
  }
  return counts
}

async function fateOf({ text }: DeadMessage, { streams, lambda }: StreamAgainOptions): Promise<Fate> {
  const batch = failedBatchIn(text)
  if (batch === null) return 'strange'
  const records = await recordsOf(streams, batch)
  if (records === null) return 'gone'
  return (await callAgain(lambda, batch.functionArn, records)) ? 'done' : 'failed'
}
