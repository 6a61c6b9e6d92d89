import { bodyOf } from './asked-rights.ts'
import { type AwsAnswer, type AwsRequest, json } from './aws-request.ts'
import type { Outcome } from './runtime-api.ts'
import { Buckets } from './stand-in-buckets.ts'
import { signingKey } from './stand-in-key.ts'
import { KeyValues } from './stand-in-pointer.ts'

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
  /** What was sent to a queue, oldest first. */
  readonly messages: readonly unknown[]
  /** `mayList`: see {@link Buckets.answer}. */
  answer(request: AwsRequest, mayList: boolean): Promise<AwsAnswer>
}

export function openServices({ database, invoke }: ServicesOptions): Services {
  const [buckets, pointer, signing] = [new Buckets(), new KeyValues(), signingKey()]
  const [events, messages]: [unknown[], unknown[]] = [[], []]

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
        messages.push(bodyOf(request))
        return json({ MessageId: `m-${messages.length}` })
      default:
        throw new Error(`There is no stand-in for ${request.service}.`)
    }
  }

  const put = (entries: readonly unknown[]): AwsAnswer => {
    events.push(...entries)
    return json({ FailedEntryCount: 0, Entries: entries.map((_, index) => ({ EventId: String(index) })) })
  }
  return { buckets, pointer, events, messages, answer }
}

/** The embedded database answers by itself, under a name that it takes. */
async function passedOn({ headers, body }: AwsRequest, database: string): Promise<AwsAnswer> {
  const answer = await fetch(database, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.0',
      'X-Amz-Target': String(headers['x-amz-target']),
      Authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: new Uint8Array(body),
  })
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
