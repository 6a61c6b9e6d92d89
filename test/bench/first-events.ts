import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Scope } from '#http/identity.ts'
import { type Session, sealSession } from '#http/session.ts'
import { SESSION_COOKIE } from '#http/session-cookie.ts'
import { sentPurchase } from '../http/sent.ts'
import { FRONT_DOOR_KEY, gatewayEvent } from '../lambda/gateway-event.ts'
import { openIssuer } from '../lambda/runtime/stand-in-issuer.ts'

/** What each audience's function is asked first, how it answers, and what it finds in its environment. */
export interface FirstEvents {
  readonly events: Readonly<Record<'portal' | 'intake' | 'desk' | 'studio' | 'finance', object>>
  readonly environment: Readonly<Record<string, string>>
  readonly stop: () => void
}

const KEY = 'k'.repeat(43)
const SCOPES: readonly Scope[] = ['members:read', 'perks:redeem', 'program:write', 'finance:read']

/** Real requests of a member, a shop, a till, marketing and finance; the tokens are those of a provider on this machine. */
export async function firstEvents(member: string, environment: Readonly<Record<string, string>>): Promise<FirstEvents> {
  const server = createServer(async (request, response) => {
    const { status = 200, body } = await issuer.answer({ path: request.url ?? '', body: Buffer.alloc(0) })
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const issuer = await openIssuer(origin)
  const asMember = await cookieOf({ kind: 'member', subject: member, member, since: Date.now() })
  const asStaff = await cookieOf({ kind: 'staff', subject: 'tess', scopes: SCOPES, since: Date.now() })
  const asShop = {
    authorization: `Bearer ${await issuer.machineToken(`${origin}/staff`, 'events:write')}`,
    'content-type': 'application/cloudevents+json',
  }
  return {
    events: {
      portal: gatewayEvent('GET', '/api/v1/me/standing', asMember),
      intake: gatewayEvent('POST', '/api/v1/events', asShop, JSON.stringify(sentPurchase())),
      desk: gatewayEvent('GET', `/api/v1/members/${member}/standing`, asStaff),
      studio: gatewayEvent('GET', '/api/v1/studio/drafts', asStaff),
      finance: gatewayEvent('GET', '/api/v1/finance/refunds', asStaff),
    },
    environment: { ...SETTINGS, ISSUER: `${origin}/staff`, ...environment },
    stop: () => void server.close(),
  }
}

async function cookieOf(session: Session) {
  return { cookie: `${SESSION_COOKIE}=${await sealSession(session, Buffer.from(KEY, 'base64url'))}` }
}

const SETTINGS = {
  ...{ FRONT_DOOR_KEY, COOKIE_KEY: KEY, EMAIL_KEY: KEY, PSEUDONYM_KEY: KEY, SEAL_KEY: 'arn:aws:kms:local:1:key/1' },
  ...{ ORIGIN: 'https://shop.example', MEMBERS_ISSUER: 'https://members.shop.example', CLIENT_ID: 'portal' },
  ...{ CLIENT_SECRET: 'secret', STAFF_CLIENT_ID: 'staff', STAFF_CLIENT_SECRET: 'secret', OPENAPI_FILE: 'openapi.json' },
  ...{ PUBLISHER: 'publisher', PAGES_BUCKET: 'pages', ARCHIVE_BUCKET: 'months' },
  ...{ AWS_REGION: 'local', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
  ...{ AWS_LAMBDA_FUNCTION_NAME: 'measured', POWERTOOLS_METRICS_NAMESPACE: 'Cleartier' },
}
