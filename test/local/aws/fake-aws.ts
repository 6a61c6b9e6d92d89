import { createServer, type IncomingMessage } from 'node:http'
import { onTestFinished, vi } from 'vitest'

/** What was asked of AWS, by the name of the action: "DescribeStacks". */
export interface Asked {
  readonly action: string
  readonly params: Readonly<Record<string, unknown>>
}

/** Gives the answer to an action, as its fields; throws {@link AwsError} to refuse it. "PUT *" is any object put into S3. */
export type Answers = Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => unknown>>

/** An error as AWS would give it. */
export class AwsError extends Error {
  readonly status: number
  constructor(name: string, message = name, status = 400) {
    super(message)
    this.name = name
    this.status = status
  }
}

/** The paths of services that have an action in their address instead of in a header. */
const PATHS: readonly (readonly [RegExp, string])[] = [
  [/^\/2015-03-31\/functions\/([^/]+)\/invocations$/, 'Invoke'],
  [/^\/2015-03-31\/functions\/([^/]+)\/configuration$/, 'GetFunctionConfiguration'],
]

/**
 * A server on this machine in the place of AWS, for every service but DynamoDB, to which the SDK is led by its environment.
 * What nobody has an answer for is refused.
 */
export async function fakeAws(answers: Answers): Promise<readonly Asked[]> {
  const all: Asked[] = []
  const server = createServer((request, response) => {
    void readAsked(request).then(({ asked, isQuery }) => {
      all.push(asked)
      const { status, body } = answered(answers, asked, isQuery)
      response.writeHead(status, { 'content-type': isQuery ? 'text/xml' : 'application/x-amz-json-1.1' }).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
  vi.stubEnv('AWS_MAX_ATTEMPTS', '1')
  onTestFinished(() => {
    vi.unstubAllEnvs()
    server.closeAllConnections()
    server.close()
  })
  return all
}

async function readAsked(request: IncomingMessage): Promise<{ readonly asked: Asked; readonly isQuery: boolean }> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const text = Buffer.concat(parts).toString()
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://aws').pathname)
  const [pattern, named] = PATHS.find(([pattern]) => pattern.test(path)) ?? []
  if (pattern && named) {
    const [, name] = pattern.exec(path) ?? []
    return { asked: { action: named, params: { name, ...(text && JSON.parse(text)) } }, isQuery: false }
  }
  const target = request.headers['x-amz-target']
  if (typeof target === 'string') {
    return { asked: { action: target.split('.').at(-1) ?? '', params: JSON.parse(text) }, isQuery: false }
  }
  const { Action, ...params } = Object.fromEntries(new URLSearchParams(text))
  if (Action !== undefined) return { asked: { action: Action, params }, isQuery: true }
  // S3 says by method and query what is to be done: "GET /pages?versions".
  const [what] = new URL(request.url ?? '/', 'http://aws').searchParams.keys()
  const isPlain = what === undefined || what === 'x-id'
  return {
    asked: {
      action: `${request.method} ${path.replace(/\/$/, '')}${isPlain ? '' : `?${what}`}`,
      params: { path, text },
    },
    isQuery: true,
  }
}

function answered(answers: Answers, { action, params }: Asked, isQuery: boolean) {
  // S3 has no frame around what it says.
  const framed = action.includes(' ')
    ? (inner: string) => `<Answer>${inner}</Answer>`
    : (inner: string) => `<${action}Response><${action}Result>${inner}</${action}Result></${action}Response>`
  try {
    const answer = answers[action] ?? answers[action.replace(/ .*/, ' *')]
    if (!answer) throw new AwsError('AccessDenied', `User: x is not authorized to perform: test:${action}`, 403)
    const fields = answer(params) ?? {}
    return { status: 200, body: isQuery ? framed(toXml(fields)) : JSON.stringify(fields) }
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    const { name, message, status } = error
    const said = `<Error><Type>Sender</Type><Code>${name}</Code><Message>${message}</Message></Error>`
    const xml = action.includes(' ') ? said : `<ErrorResponse>${said}</ErrorResponse>`
    return { status, body: isQuery ? xml : JSON.stringify({ __type: name, message }) }
  }
}

function toXml(value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => `<member>${toXml(one)}</member>`).join('')
  if (typeof value !== 'object' || value === null) return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return Object.entries(value)
    .map(([name, one]) => `<${name}>${toXml(one)}</${name}>`)
    .join('')
}
