import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { FRONT_DOOR_HEADER } from '#http/front-door.ts'
import { CONTEXT, FRONT_DOOR_KEY, type House, ORIGIN } from './house.ts'
import { type Asking, askedIn, type Piece } from './piece.ts'

/** What a function answered. */
export interface Answered {
  readonly statusCode: number
  readonly bytes: number
  readonly cookies: readonly string[]
}

/** What is remembered between requests, as a browser does. */
export type Cookies = Map<string, string>

/** Asks a function as the HTTP API does (payload format 2.0). Throws when it refuses. */
export async function ask(house: House, asking: Asking, cookies: Cookies): Promise<Answered> {
  const {
    statusCode,
    body,
    cookies: set = [],
    headers,
  } = (await house.handlers[asking.audience](eventOf(house, asking, cookies) as never, CONTEXT)) as {
    statusCode: number
    body?: string
    cookies?: string[]
    headers: Record<string, string>
  }
  if (statusCode >= 400) throw new Error(`${asking.method} ${asking.path} was answered by ${statusCode}: ${body}`)
  for (const cookie of set) {
    const [pair = ''] = cookie.split(';')
    const at = pair.indexOf('=')
    cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
  const lines = [...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), ...set]
  const bytes = Buffer.byteLength(body ?? '') + Buffer.byteLength(lines.join('\r\n'))
  return { statusCode, cookies: set, bytes }
}

/** Does a piece of work once. Answers the bytes of its answers, heads and bodies, and of the bodies that were sent. */
export async function doOnce(house: House, piece: Piece, round: number, cookies: Cookies) {
  let [answerBytes, sentBytes] = [0, 0]
  const askings = askedIn(piece, round)
  for (const asking of askings) {
    answerBytes += (await ask(house, asking, cookies)).bytes
    sentBytes += bodyOf(asking)?.length ?? 0
  }
  return { requests: askings.length, answerBytes, sentBytes }
}

const bodyOf = ({ body }: Asking): string | undefined => body && JSON.stringify(body)

function eventOf({ token }: House, asking: Asking, cookies: Cookies): APIGatewayProxyEventV2 {
  const { method, path, audience } = asking
  const [rawPath = '', rawQueryString = ''] = path.split('?')
  const body = bodyOf(asking)
  const proof: Record<string, string> =
    audience === 'portal'
      ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
      : { authorization: `Bearer ${token}` }
  const common = {
    host: 'api.shop.example',
    'x-forwarded-proto': 'https',
    origin: ORIGIN,
    [FRONT_DOOR_HEADER]: FRONT_DOOR_KEY,
  }
  return {
    ...{ version: '2.0', routeKey: '$default', rawPath, rawQueryString },
    headers: {
      ...common,
      ...proof,
      ...asking.headers,
      ...(body && { 'content-length': String(Buffer.byteLength(body)) }),
    },
    requestContext: {
      ...{ accountId: '123456789012', apiId: 'a1b2c3', routeKey: '$default', stage: '$default' },
      ...{ domainName: 'api.shop.example', domainPrefix: 'api', requestId: 'JKJaXmPLvHcESHA=' },
      ...{ time: '15/Jun/2026:12:34:56 +0000', timeEpoch: 1_781_526_896_789 },
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'browser' },
    },
    ...(body !== undefined && { body }),
    isBase64Encoded: false,
  }
}
