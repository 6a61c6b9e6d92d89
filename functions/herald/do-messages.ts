import { type TurnOptions, turn } from './turn.ts'
import { workIn } from './work.ts'

/** What SQS calls a function with. */
export interface Messages {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[]
}

/** Which messages are to be brought again; empty: all is done. */
export interface Done {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[]
}

/** Does the work that is in some messages. One that fails keeps none of the others from being done. */
export async function doMessages(messages: Messages['Records'], options: TurnOptions): Promise<Done> {
  const failed: string[] = []
  for (const { messageId, body } of messages) {
    try {
      await turn(workIn(body), options)
    } catch (error) {
      options.report(error)
      failed.push(messageId)
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
}
