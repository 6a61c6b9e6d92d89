import { Readable } from 'node:stream'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { inject } from 'vitest'
import { connect } from '#ledger/client.ts'
import { letOthersGo } from './seeded.ts'

/**
 * What can go wrong with one call, at the level of HTTP, so that the SDK reads it as it would read AWS:
 * late, refused before anything happened (`conflict` to `error`, `unprocessed`), or done without the caller hearing of it.
 */
export type Fault =
  | 'none'
  | 'delayed'
  | 'conflict'
  | 'throttled-item'
  | 'exceeded-item'
  | 'throttled'
  | 'exceeded'
  | 'error'
  | 'unprocessed'
  | 'done-then-error'
  | 'done-then-reset'
  | 'done-then-timeout'
  | 'killed'
  | 'done-then-killed'

/** How often others go first: late enough that whoever started after it has written before. */
const TURNS_LATE = 50

/** The process is gone: every call from then on fails with this. */
export class Killed extends Error {
  override readonly name = 'Killed'
}

/** The parts of a request and of a handler that matter here. */
interface Request {
  readonly headers: Record<string, string>
  readonly body: Uint8Array
}
type Handle = (request: Request, options?: object) => Promise<{ response: Answer }>
interface Answer {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly body: Readable
}

/** A client whose calls meet these faults, one each in their order; `calls` counts them. */
export function faultyClient(next: () => Fault, maxAttempts = 1): { client: DynamoDBClient; calls: () => number } {
  const client = connect({ endpoint: inject('databaseEndpoint'), maxAttempts })
  const handler = client.config.requestHandler as unknown as { handle: Handle }
  const handle = handler.handle.bind(handler)
  let calls = 0
  let isDead = false
  handler.handle = async (request, options) => {
    if (isDead) throw new Killed('This process was killed.')
    calls++
    const fault = next()
    const refusal = refusalOf(fault, request)
    if (refusal) return { response: refusal }
    isDead = fault === 'killed' || fault === 'done-then-killed'
    if (fault === 'killed') throw new Killed('Killed before the call.')
    if (fault === 'delayed') for (let turn = 0; turn < TURNS_LATE; turn++) await letOthersGo()
    const answer = await handle(request, options)
    // What nobody reads would keep its connection for ever.
    if (fault.startsWith('done-then')) answer.response.body.resume()
    if (fault === 'done-then-error') return { response: failure(500, 'InternalServerError') }
    if (fault === 'done-then-reset') throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
    if (fault === 'done-then-timeout') throw Object.assign(new Error('no answer in time'), { name: 'TimeoutError' })
    if (fault === 'done-then-killed') throw new Killed('Killed after the call.')
    return answer
  }
  return { client, calls: () => calls }
}

function refusalOf(fault: Fault, { headers, body }: Request): Answer | undefined {
  const operation = headers['x-amz-target']?.split('.')[1]
  const cancelled = (code: string) => (operation === 'TransactWriteItems' ? cancellation(code, body) : undefined)
  switch (fault) {
    case 'conflict':
      return cancelled('TransactionConflict')
    case 'throttled-item':
      return cancelled('ThrottlingError')
    case 'exceeded-item':
      return cancelled('ProvisionedThroughputExceeded')
    case 'throttled':
      return failure(400, 'ThrottlingException')
    case 'exceeded':
      return failure(400, 'ProvisionedThroughputExceededException')
    case 'error':
      return failure(500, 'InternalServerError')
    case 'unprocessed':
      if (operation !== 'BatchGetItem') return undefined
      return answer(200, { Responses: {}, UnprocessedKeys: jsonOf(body).RequestItems })
    default:
      return undefined
  }
}

/** One item of the transaction is to blame, the others are not. */
function cancellation(code: string, body: Request['body']): Answer {
  const { length } = jsonOf(body).TransactItems as unknown[]
  const reasons = Array.from({ length }, (_, index) => ({ Code: index === length - 1 ? code : 'None' }))
  return failure(400, 'TransactionCanceledException', { CancellationReasons: reasons })
}

const jsonOf = (body: Request['body']) => JSON.parse(new TextDecoder().decode(body))

const failure = (status: number, type: string, more = {}) =>
  answer(status, { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: `Injected: ${type}`, ...more })

const answer = (statusCode: number, body: object): Answer => ({
  statusCode,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Readable.from([JSON.stringify(body)]),
})
