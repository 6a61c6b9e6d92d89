import { createHash } from 'node:crypto'
import { bodyOf } from './asked-rights.ts'
import { type AwsAnswer, type AwsRequest, json } from './aws-request.ts'
import type { Outcome } from './runtime-api.ts'
import { Buckets } from './stand-in-buckets.ts'
import { signingKey } from './stand-in-key.ts'
import { KeyValues } from './stand-in-pointer.ts'
import { ACCOUNT, REGION } from './template-resource.ts'

export interface ServicesOptions {
  /** Where the embedded database is. */
  readonly database: string
  /** Has a function do something, by its ARN. */
  readonly invoke: (functionArn: string, event: unknown) => Promise<Outcome>
}

/** The services that functions ask, as far as they do; they keep what they are given. */
export interface Services {
  readonly buckets: Buckets
  readonly pointer: KeyValues
  /** What was put on an event bus, oldest first. */
  readonly events: readonly unknown[]
  /** What was sent to a queue, as it was before it became text, oldest first. */
  readonly messages: readonly unknown[]
  /** The schedules that were made, oldest first. */
  readonly schedules: readonly unknown[]
  /** `mayList`: see {@link Buckets.answer}. */
  answer(request: AwsRequest, mayList: boolean): Promise<AwsAnswer>
}

export function openServices({ database, invoke }: ServicesOptions): Services {
  const [buckets, pointer, signing] = [new Buckets(), new KeyValues(), signingKey()]
  const [events, messages, schedules]: [unknown[], unknown[], unknown[]] = [[], [], []]

  async function answer(request: AwsRequest, mayList: boolean): Promise<AwsAnswer> {
    switch (request.service) {
      case 'dynamodb':
        return passedOn(request, database)
      case 's3':
        return buckets.answer(request, mayList)
      case 'kms':
        return signing(request)
      case 'cloudfront-keyvaluestore':
        return pointer.answer(request)
      case 'lambda':
        return invoked(await invoke(request.path.split('/')[3] ?? '', bodyOf(request)))
      case 'events':
        return put(bodyOf(request).Entries as readonly unknown[])
      case 'sqs':
        return request.operation === 'SendMessage'
          ? sentOne(bodyOf(request))
          : sent(bodyOf(request).Entries as readonly QueueEntry[])
      case 'scheduler':
        schedules.push(bodyOf(request))
        return json({ ScheduleArn: `arn:aws:scheduler:${REGION}:${ACCOUNT}:schedule/one` })
      default:
        throw new Error(`There is no stand-in for ${request.service}.`)
    }
  }

  const put = (entries: readonly unknown[]): AwsAnswer => {
    events.push(...entries)
    return json({ FailedEntryCount: 0, Entries: entries.map((_, index) => ({ EventId: String(index) })) })
  }

  const sent = (entries: readonly QueueEntry[]): AwsAnswer => {
    messages.push(...entries.map(({ MessageBody }) => JSON.parse(MessageBody)))
    const Successful = entries.map(({ Id, MessageBody }) => ({
      ...{ Id, MessageId: Id, MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') },
    }))
    return json({ Successful, Failed: [] })
  }
  const sentOne = (message: object): AwsAnswer => {
    const [one] = JSON.parse(String(sent([{ Id: '0', MessageBody: '', ...message }]).body)).Successful
    return json(one)
  }
  return { buckets, pointer, events, messages, schedules, answer }
}

interface QueueEntry {
  readonly Id: string
  readonly MessageBody: string
}

/** What the embedded database has to know of a request besides its body. */
const PASSED_ON = ['content-type', 'x-amz-target', 'x-amz-date', 'authorization']

/** The embedded database answers by itself. */
async function passedOn({ headers, body }: AwsRequest, database: string): Promise<AwsAnswer> {
  const passed = PASSED_ON.map((name): [string, string] => [name, String(headers[name])])
  const answer = await fetch(database, { method: 'POST', headers: passed, body: new Uint8Array(body) })
  return {
    status: answer.status,
    headers: { 'Content-Type': 'application/x-amz-json-1.0' },
    body: Buffer.from(await answer.arrayBuffer()),
  }
}

/** As Lambda tells a caller what became of an invocation. */
function invoked(outcome: Outcome): AwsAnswer {
  if ('answer' in outcome) return json(outcome.answer)
  return json(outcome.error, { 'X-Amz-Function-Error': 'Unhandled' })
}
