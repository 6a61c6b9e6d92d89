import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'

/** A message of a queue, hidden from others while it is worked on. */
export interface DeadMessage {
  /** The same however often it is taken. */
  readonly id: string
  readonly text: string
  /** When it was put down, epoch milliseconds. */
  readonly sentAt: number
  readonly receipt: string
}

/** A queue of what failed for good. */
export interface DeadLetters {
  /** About how many messages there are, those included that somebody is working on. */
  count(): Promise<number>
  /** Takes up to ten messages; none when there are no more. */
  take(): Promise<readonly DeadMessage[]>
  /** Shows messages that were taken, so that they are there for the next one. */
  putBack(messages: readonly DeadMessage[]): Promise<void>
  remove(message: DeadMessage): Promise<void>
}

/** How long a message is hidden: a batch is read from the stream and called with in far less. */
const HIDDEN_SECONDS = 900
const MOST_A_CALL = 10

export function openDeadLetters(client: SQSClient, QueueUrl: string): DeadLetters {
  return {
    async count() {
      const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const
      const { Attributes = {} } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...names] }),
      )
      return names.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0)
    },
    async take() {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          ...{ QueueUrl, MaxNumberOfMessages: MOST_A_CALL, VisibilityTimeout: HIDDEN_SECONDS, WaitTimeSeconds: 1 },
          MessageSystemAttributeNames: ['SentTimestamp'],
        }),
      )
      return Messages.map(deadMessage)
    },
    async putBack(messages) {
      for (let from = 0; from < messages.length; from += MOST_A_CALL) {
        const Entries = messages
          .slice(from, from + MOST_A_CALL)
          .map(({ receipt }, index) => ({ Id: String(index), ReceiptHandle: receipt, VisibilityTimeout: 0 }))
        await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }))
      }
    },
    async remove({ receipt }) {
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: receipt }))
    },
  }
}

const deadMessage = ({ MessageId = '', Body = '', ReceiptHandle = '', Attributes = {} }: Message): DeadMessage => ({
  id: MessageId,
  text: Body,
  sentAt: Number(Attributes.SentTimestamp),
  receipt: ReceiptHandle,
})
