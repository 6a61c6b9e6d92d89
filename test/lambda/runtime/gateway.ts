import { FRONT_DOOR_HEADER } from '#http/front-door.ts'
import type { Scope } from '#http/identity.ts'
import { type Session, sealSession } from '#http/session.ts'
import { SESSION_COOKIE } from '#http/session-cookie.ts'
import type { Cloud } from './cloud.ts'
import { routesIn } from './gateway-routes.ts'
import { httpEvent, type SentRequest } from './sent-event.ts'

/** What a function answered a request, as the HTTP API passes it on. */
export interface HttpAnswer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  /** Parsed, where it is JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: every route has a body of its own, and tests say what they expect of it
  readonly body: any
}

/** Sends a request to the function that the template's routes lead to, as the distribution passes it on: "GET /api/v1/program". */
export type Send = (line: string, sent?: SentRequest) => Promise<HttpAnswer>

interface Proxied {
  readonly statusCode: number
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
  readonly body?: string
  readonly isBase64Encoded?: boolean
}

/** The HTTP API of a cloud, behind its distribution. Throws for whatever nobody foresaw, with the log. */
export function gateway(cloud: Cloud): Send {
  const routed = routesIn(cloud.resources)
  return async (line, { headers, ...sent } = {}) => {
    const [method = '', path = ''] = line.split(' ')
    const { name, environment } = cloud.functionNamed(routed(path.split('?')[0] ?? ''))
    const shown = { [FRONT_DOOR_HEADER]: environment.FRONT_DOOR_KEY ?? '', ...headers }
    const outcome = await cloud.invoke(name, httpEvent(method, path, { ...sent, headers: shown }))
    if ('error' in outcome) throw new Error(`${name}: ${JSON.stringify(outcome.error)}`)
    const answer = passedOn(outcome.answer as Proxied)
    if (answer.statusCode !== 500) return answer
    throw new Error(`${name} met what nobody foresaw: ${(await cloud.started(name)).log().slice(-2_000)}`)
  }
}

function passedOn({ statusCode, headers = {}, cookies = [], body = '', isBase64Encoded }: Proxied): HttpAnswer {
  const isJson = headers['content-type']?.includes('json') ?? false
  const text = isBase64Encoded ? Buffer.from(body, 'base64') : body
  return { statusCode, headers, cookies, body: isJson ? JSON.parse(String(text)) : text }
}

/** Bytes and text go as they are, anything else as JSON. */
function sentAs(body: unknown): SentRequest {
  if (body === undefined) return {}
  if (typeof body === 'string' || Buffer.isBuffer(body)) return { body }
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

/** Asks as a machine with some rights does, by a token of the provider. Bodies go as bytes, as those of machines may. */
export function asMachine(cloud: Cloud, ...scopes: readonly Scope[]) {
  const send = gateway(cloud)
  return async (line: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const { ISSUER = '' } = cloud.functionNamed('Intake').environment
    const authorization = `Bearer ${await cloud.issuer.machineToken(ISSUER, ...scopes)}`
    const sent = sentAs(body)
    const bytes = sent.body === undefined ? {} : { body: Buffer.from(sent.body) }
    return send(line, { ...bytes, headers: { authorization, ...sent.headers, ...headers } })
  }
}

/** Asks as somebody who is signed in does, from our own pages. */
export function asPerson(cloud: Cloud, session: Session) {
  const send = gateway(cloud)
  return async (line: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const { COOKIE_KEY = '', ORIGIN = '' } = cloud.functionNamed('Portal').environment
    const cookie = await sealSession(session, Buffer.from(COOKIE_KEY, 'base64url'))
    const own = { origin: ORIGIN, 'x-requested-with': 'cleartier' }
    const sent = sentAs(body)
    const cookies = [`theme=dark`, `${SESSION_COOKIE}=${cookie}`]
    return send(line, { ...sent, cookies, headers: { ...own, ...sent.headers, ...headers } })
  }
}

/** Somebody who signed in a minute ago. */
export const memberSession = (member: string): Session => ({
  ...{ kind: 'member', subject: `person-${member}`, member, since: Date.now() - 60_000 },
})

export const staffSession = (subject: string, ...scopes: readonly Scope[]): Session => ({
  ...{ kind: 'staff', subject, scopes, since: Date.now() - 60_000 },
})
