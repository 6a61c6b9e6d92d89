import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What a runtime reports when a function, or its start, went wrong. */
export interface RuntimeError {
  readonly errorType: string
  readonly errorMessage: string
  readonly stackTrace: readonly string[]
}

/** What became of an invocation. */
export type Outcome = { readonly answer: unknown } | { readonly error: RuntimeError }

export interface RuntimeApi {
  /** "127.0.0.1:40123", as AWS_LAMBDA_RUNTIME_API has it. */
  readonly address: string
  /** Settles when the function has started: null, or what it reported in the place of asking for work. */
  readonly started: Promise<RuntimeError | null>
  /** Hands an event to the function, which takes one at a time. */
  invoke(event: unknown): Promise<Outcome>
  /** Fails whatever is still waited for, because there is nobody any more who could answer. */
  stop(why: string): void
}

export interface RuntimeApiOptions {
  readonly functionArn: string
  /** How long an invocation may take, as the template says. */
  readonly timeoutMs: number
}

interface Invocation {
  readonly id: string
  readonly payload: string
  readonly settle: (outcome: Outcome) => void
  readonly fail: (error: Error) => void
}

const PREFIX = '/2018-06-01/runtime/'
const NOT_STARTED: RuntimeError = { errorType: 'Runtime.ExitError', errorMessage: 'It ended.', stackTrace: [] }

/**
 * The interface through which Lambda speaks to a runtime, as AWS documents it ("Using the Lambda runtime API for custom
 * runtimes", version 2018-06-01): the runtime asks for the next event, and posts what it made of it.
 */
export async function startRuntimeApi({ functionArn, timeoutMs }: RuntimeApiOptions): Promise<RuntimeApi> {
  const queued: Invocation[] = []
  const taken = new Map<string, Invocation>()
  const started = Promise.withResolvers<RuntimeError | null>()
  let waiting: ServerResponse | undefined

  const handOver = () => {
    const next = waiting && queued.shift()
    if (!waiting || !next) return
    taken.set(next.id, next)
    waiting.writeHead(200, {
      'Content-Type': 'application/json',
      'Lambda-Runtime-Aws-Request-Id': next.id,
      'Lambda-Runtime-Deadline-Ms': String(Date.now() + timeoutMs),
      'Lambda-Runtime-Invoked-Function-Arn': functionArn,
      'Lambda-Runtime-Trace-Id': 'Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1',
    })
    waiting.end(next.payload)
    waiting = undefined
  }

  const take = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (path === 'invocation/next') {
      waiting = response
      started.resolve(null)
      return handOver()
    }
    const posted: unknown = JSON.parse((await text(request)) || 'null')
    const [, id = '', what] = /^invocation\/([^/]+)\/(response|error)$/.exec(path) ?? []
    if (path === 'init/error') started.resolve(posted as RuntimeError)
    else if (what === 'response') taken.get(id)?.settle({ answer: posted })
    else taken.get(id)?.settle({ error: posted as RuntimeError })
    taken.delete(id)
    response.writeHead(202, { 'Content-Type': 'application/json' }).end('{"status":"OK"}')
  }

  const server = createServer(
    (request, response) => void take((request.url ?? '').slice(PREFIX.length), request, response),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    started: started.promise,
    invoke: (event) =>
      new Promise<Outcome>((settle, fail) => {
        queued.push({ id: randomUUID(), payload: JSON.stringify(event), settle, fail })
        handOver()
      }),
    stop: (why) => {
      started.resolve({ ...NOT_STARTED, errorMessage: why })
      for (const { fail } of [...queued.splice(0), ...taken.values()]) fail(new Error(why))
      server.closeAllConnections()
      server.close()
    },
  }
}
