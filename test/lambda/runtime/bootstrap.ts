/**
 * What the managed runtime of Node does around a function, run in a process of its own: it loads the handler that the
 * environment names, asks for events one by one and posts what became of each.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Context } from 'aws-lambda'

type Handler = (event: unknown, context: Context) => Promise<unknown>

const { AWS_LAMBDA_RUNTIME_API, LAMBDA_TASK_ROOT = '', _HANDLER = '' } = process.env
const api = `http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`

try {
  const handler = await load()
  for (;;) await take(handler)
} catch (error) {
  await post('init/error', described(error))
  process.exit(1)
}

/** "index.handler": the export of a file. Node 24 has no handlers with a callback, so a third parameter is refused. */
async function load(): Promise<Handler> {
  const [file = '', name = ''] = _HANDLER.split('.')
  const module = (await import(pathToFileURL(join(LAMBDA_TASK_ROOT, `${file}.mjs`)).href)) as Record<string, unknown>
  const handler = module[name]
  if (typeof handler !== 'function') throw named('Runtime.HandlerNotFound', `${_HANDLER} is undefined or not exported`)
  if (handler.length > 2) {
    throw named(
      'Runtime.CallbackHandlerDeprecated',
      'Callback-based handlers are no longer supported. Use async handlers.',
    )
  }
  return handler as Handler
}

async function take(handler: Handler): Promise<void> {
  const next = await fetch(`${api}/invocation/next`)
  const id = next.headers.get('lambda-runtime-aws-request-id') ?? ''
  process.env._X_AMZN_TRACE_ID = next.headers.get('lambda-runtime-trace-id') ?? ''
  const event: unknown = await next.json()
  try {
    const answer = await handler(event, contextOf(next.headers))
    await post(`invocation/${id}/response`, answer ?? null)
  } catch (error) {
    await post(`invocation/${id}/error`, described(error))
  }
}

function contextOf(headers: Headers): Context {
  const { AWS_LAMBDA_FUNCTION_NAME = '', AWS_LAMBDA_FUNCTION_VERSION = '' } = process.env
  const { AWS_LAMBDA_LOG_GROUP_NAME = '', AWS_LAMBDA_LOG_STREAM_NAME = '' } = process.env
  const deadlineMs = Number(headers.get('lambda-runtime-deadline-ms'))
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: AWS_LAMBDA_FUNCTION_VERSION,
    invokedFunctionArn: headers.get('lambda-runtime-invoked-function-arn') ?? '',
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE ?? '',
    awsRequestId: headers.get('lambda-runtime-aws-request-id') ?? '',
    logGroupName: AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: AWS_LAMBDA_LOG_STREAM_NAME,
    getRemainingTimeInMillis: () => deadlineMs - Date.now(),
  } as Context
}

async function post(path: string, body: unknown): Promise<void> {
  const errorType = path.endsWith('/error') ? (body as { errorType: string }).errorType : undefined
  const headers = {
    'Content-Type': 'application/json',
    ...(errorType && { 'Lambda-Runtime-Function-Error-Type': errorType }),
  }
  await (await fetch(`${api}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).arrayBuffer()
}

function described(error: unknown) {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), stackTrace: [] }
  return { errorType: error.name, errorMessage: error.message, stackTrace: (error.stack ?? '').split('\n').slice(1) }
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name })
}
