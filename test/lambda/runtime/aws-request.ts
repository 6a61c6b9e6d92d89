import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** A request to a service of AWS, as it arrives. */
export interface AwsRequest {
  /** Who signed it: functions sign with their logical id for a key. */
  readonly caller: string
  /** "dynamodb", as it stands in the signature. */
  readonly service: string
  readonly method: string
  /** The first part of the host's name, as a bucket or an account is. */
  readonly host: string
  readonly path: string
  readonly query: URLSearchParams
  /** "PutItem", for the services that name it in a header. */
  readonly operation: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** A credential is `<key>/<day>/<region>/<service>/aws4_request`; what is signed for all regions names none. */
const CREDENTIAL = /Credential=([^/]+)\/\d{8}\/(?:[a-z0-9-]+\/)?([a-z0-9-]+)\/aws4_request/

export async function readRequest(request: IncomingMessage): Promise<AwsRequest> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://aws')
  const [, caller = '', service = ''] = CREDENTIAL.exec(request.headers.authorization ?? '') ?? []
  return {
    ...{ caller, service, method: request.method ?? '', headers: request.headers },
    ...{ path: decodeURIComponent(pathname), query: searchParams },
    host: request.headers.host?.split('.')[0] ?? '',
    operation: String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? '',
    body: await buffer(request),
  }
}

/** What a service answers. */
export interface AwsAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** An answer of the services that speak JSON. */
export const json = (value: unknown, headers: Readonly<Record<string, string>> = {}): AwsAnswer => ({
  headers: { 'Content-Type': 'application/x-amz-json-1.0', ...headers },
  body: JSON.stringify(value),
})

/** A refusal, as the services that speak JSON say it. */
export const refusal = (status: number, name: string, message: string): AwsAnswer => ({
  status,
  headers: { 'Content-Type': 'application/x-amz-json-1.0', 'x-amzn-errortype': name },
  body: JSON.stringify({ __type: name, message, Message: message }),
})
