import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Session, sealSession } from '#http/session.ts'
import { SESSION_COOKIE } from '#http/session-cookie.ts'
import { publishDemoProgram } from '#local/demo-program.ts'
import { sentPurchase } from '../http/sent.ts'
import { freshLedger } from '../ledger/fresh-ledger.ts'
import { bundled } from './bundled.ts'
import { FRONT_DOOR_KEY, gatewayEvent, lambdaContext } from './gateway-event.ts'
import { gossipingDatabase, PERSONAL } from './gossip.ts'
import { stubSettings } from './stub-settings.ts'

const ROOMS = ['portal', 'intake', 'desk', 'studio', 'finance'] as const
type Room = (typeof ROOMS)[number]

const { member, subject, name, email, note, code } = PERSONAL
const purchase = sentPurchase({ subject: member }, { email, name, note })

/** A request for each room that gets as far as the database, with all that is personal in it. */
const REQUESTS: Readonly<Record<Room, readonly [method: string, path: string, body?: string]>> = {
  portal: ['GET', '/api/v1/me/standing'],
  intake: ['POST', '/api/v1/events', JSON.stringify(purchase)],
  desk: ['POST', `/api/v1/members/${member}/perks/free-alterations/redemptions`, JSON.stringify({ note })],
  studio: ['POST', '/api/v1/studio/drafts', JSON.stringify({ note: `${name} ${email}` })],
  finance: ['GET', `/api/v1/finance/refunds?cursor=${member}`],
}

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** All that is written while a test runs, wherever it is written to. */
function listened() {
  const written: string[] = []
  const keep = (text: unknown) => written.push(String(text)) > 0
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation(keep)
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...said) => void keep(said.map(String).join(' ')))
  return { text: () => written.join(''), lines: () => written.join('').split('\n').filter(Boolean) }
}

const sessionOf = (room: Room): Session => ({
  ...{ subject, since: Date.now() },
  ...(room === 'portal'
    ? { kind: 'member', member }
    : { kind: 'staff', scopes: ['perks:redeem', 'program:write', 'finance:read', 'finance:close'] }),
})

/** A room's function beside some database, what it is asked with, and every secret word of the request. */
async function asked(room: Room, over: Readonly<Record<string, string>>, token: string) {
  stubSettings({ POWERTOOLS_METRICS_DISABLED: 'false', POWERTOOLS_METRICS_NAMESPACE: 'Cleartier-test', ...over })
  const cookie = await sealSession(sessionOf(room), Buffer.from('c'.repeat(43), 'base64url'))
  const handler = await bundled(room)
  const said = listened()
  const by = room === 'intake' ? { authorization: `Bearer ${token}` } : { cookie: `${SESSION_COOKIE}=${cookie}` }
  const ask = (method: string, path: string, body?: string) => {
    const type = room === 'intake' ? 'application/cloudevents+json' : 'application/json'
    const headers = { ...by, 'content-type': type, 'idempotency-key': `key-of-${member}`, 'x-cleartier-csrf': '1' }
    return handler(gatewayEvent(method, path, headers, body), lambdaContext)
  }
  return { ask, said, words: [...Object.values(PERSONAL), cookie, token, FRONT_DOOR_KEY, '192.0.2.1', 'curl/8.14.1'] }
}

function expectSilence(text: string, words: readonly string[]) {
  for (const word of words) {
    expect(text).not.toContain(word)
    expect(text).not.toContain(encodeURIComponent(word))
  }
}

describe('what is written to the log', () => {
  test.each(ROOMS)('of an error of %s that nobody foresaw: where it arose, and nothing of anybody', async (room) => {
    const { origin, issuer, token } = await gossipingDatabase()
    const over = { AWS_ENDPOINT_URL_DYNAMODB: origin, ISSUER: issuer }
    const { ask, said, words } = await asked(room, over, await token('events:write'))
    const { statusCode } = await ask(...REQUESTS[room])
    expect(statusCode).toBe(500)
    const logged = said.lines().map((line) => JSON.parse(line))
    expect(logged).toContainEqual(
      expect.objectContaining({
        level: 'ERROR',
        requestId: 'JKJaXmPLvHcESHA=',
        error: expect.objectContaining({
          name: 'ValidationException',
          frames: expect.arrayContaining([expect.any(String)]),
        }),
      }),
    )
    expect(logged).toContainEqual(expect.objectContaining({ service: room, failed: 1, version: '$LATEST' }))
    expectSilence(said.text(), words)
  })

  test.each(ROOMS)('of what %s answers: how many, and nothing of anybody', async (room) => {
    const { ledger, table } = await freshLedger()
    await publishDemoProgram(ledger)
    const { issuer, token } = await gossipingDatabase()
    const { ask, said, words } = await asked(room, { TABLE_NAME: table, ISSUER: issuer }, await token('events:write'))
    const answers = [await ask(...REQUESTS[room]), await ask('POST', `/api/v1/${member}/${email}`, `{"name": "${name}`)]
    expect(answers.map(({ statusCode }) => statusCode)).not.toContain(500)
    const counted = said.lines().map((line) => JSON.parse(line))
    expect(counted).toContainEqual(expect.objectContaining({ service: room, refused: 1 }))
    expectSilence(said.text(), words)
  })

  test('of somebody who comes back from a provider that cannot be reached: neither their code nor the cookie', async () => {
    const { ask, said, words } = await asked('portal', { MEMBERS_ISSUER: 'http://localhost:1/members' }, 'none')
    await ask('GET', `/auth/login?returnTo=/${member}`)
    await ask('GET', `/auth/callback?code=${code}&state=${subject}`)
    await ask('GET', `/auth/%E0%A4%A?name=${name}`)
    expect(said.text()).toContain('"name":"SignInFailed"')
    expectSilence(said.text(), words)
  })
})
