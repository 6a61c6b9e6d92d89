import { createHash } from 'node:crypto'
import { type Answers, AwsError } from '../aws/fake-aws.ts'

interface Waiting {
  readonly id: string
  readonly body: string
  isHidden: boolean
}

type Params = Readonly<Record<string, unknown>>

/** Queues as SQS keeps them, by the last part of their address; nothing that is hidden is shown again by itself. */
export class QueuesThere {
  readonly #queues = new Map<string, Waiting[]>()
  #sent = 0

  put(queue: string, ...bodies: readonly string[]): void {
    this.#of(queue).push(...bodies.map((body) => ({ id: `message-${++this.#sent}`, body, isHidden: false })))
  }

  /** What is in a queue and can be seen. */
  in(queue: string): readonly string[] {
    return this.#of(queue).flatMap(({ body, isHidden }) => (isHidden ? [] : [body]))
  }

  readonly answers: Answers = {
    GetQueueAttributes: (asked) => ({
      Attributes: {
        ApproximateNumberOfMessages: String(this.in(nameOf(asked)).length),
        ApproximateNumberOfMessagesNotVisible: String(this.#of(nameOf(asked)).length - this.in(nameOf(asked)).length),
        QueueArn: `arn:aws:sqs:eu-west-2:1:${nameOf(asked)}`,
      },
    }),
    ReceiveMessage: (asked) => ({ Messages: this.#receive(nameOf(asked)) }),
    DeleteMessage: (asked) => {
      const queue = this.#of(nameOf(asked))
      queue.splice(
        queue.findIndex(({ id }) => id === asked.ReceiptHandle),
        1,
      )
    },
    ChangeMessageVisibilityBatch: (asked) => {
      const entries = asked.Entries as readonly { readonly Id: string; readonly ReceiptHandle: string }[]
      if (entries.length === 0) throw new AwsError('EmptyBatchRequest')
      for (const one of this.#of(nameOf(asked))) {
        if (entries.some(({ ReceiptHandle }) => ReceiptHandle === one.id)) one.isHidden = false
      }
      return { Successful: entries.map(({ Id }) => ({ Id })), Failed: [] }
    },
    StartMessageMoveTask: ({ SourceArn, DestinationArn }) => {
      const [from, to] = [SourceArn, DestinationArn].map((arn) => String(arn).split(':').at(-1) ?? '')
      this.put(
        to ?? '',
        ...this.#of(from ?? '')
          .splice(0)
          .map(({ body }) => body),
      )
      return { TaskHandle: 'task' }
    },
    SendMessageBatch: (asked) => {
      const entries = asked.Entries as readonly { readonly Id: string; readonly MessageBody: string }[]
      this.put(nameOf(asked), ...entries.map(({ MessageBody }) => MessageBody))
      const Successful = entries.map(({ Id, MessageBody }) => ({
        ...{ Id, MessageId: Id },
        MD5OfMessageBody: md5(MessageBody),
      }))
      return { Successful, Failed: [] }
    },
  }

  #receive(queue: string) {
    const some = this.#of(queue)
      .filter(({ isHidden }) => !isHidden)
      .slice(0, 10)
    return some.map((one) => {
      one.isHidden = true
      const { id: MessageId, body: Body } = one
      return { MessageId, Body, ReceiptHandle: MessageId, MD5OfBody: md5(Body), Attributes: { SentTimestamp: '0' } }
    })
  }

  #of(name: string): Waiting[] {
    const queue = this.#queues.get(name) ?? []
    this.#queues.set(name, queue)
    return queue
  }
}

const nameOf = ({ QueueUrl }: Params) => String(QueueUrl).split('/').at(-1) ?? ''
const md5 = (text: string) => createHash('md5').update(text).digest('hex')
