import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import { sealSession } from '#http/session.ts'
import { SESSION_COOKIE } from '#http/session-cookie.ts'
import { sessionIdentity } from '#http/session-identity.ts'
import { keyOf, memberPk } from '#ledger/keys.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { publishDemoProgram } from '#local/demo-program.ts'
import { portalApp } from '#portal/app.ts'
import type { Purchase } from '#program/event.ts'
import { onBed } from './bed.ts'
import type { Bench, Figure } from './figure.ts'
import { mediansInTurn } from './interleaved.ts'

const NOW = Date.UTC(2026, 5, 15, 12)
const ORIGIN = 'http://localhost:4321'
const ROUNDS = 3_000
const ENTRIES = 10_000

/** `GET /me/standing` by session cookie, through the portal's front door, against a bare GetItem of the same item. */
const standingFigures = (): Promise<readonly Figure[]> =>
  onBed(async ({ client, plain, table }) => {
    const ledger = openLedger({ client, table, now: () => NOW })
    await publishDemoProgram(ledger)
    await ledger.record([...purchases('m-one', 1), ...purchases('m-busy', ENTRIES)])
    const bare = new GetItemCommand({ TableName: table, Key: { ...keyOf(memberPk('m-one')) } })
    const medians = await mediansInTurn(ROUNDS, {
      bare: () => plain.send(bare),
      one: await pageOf(ledger, 'm-one'),
      busy: await pageOf(ledger, 'm-busy'),
    })
    return [
      { what: 'handler: p50 against a bare GetItem, 1 entry', ...ratio(medians.one / medians.bare), atMost: 1.15 },
      { what: `handler: p50 at ${ENTRIES} entries against 1`, ...ratio(medians.busy / medians.one), atMost: 1.05 },
      { what: 'bare GetItem: p50', value: rounded(medians.bare), unit: 'ms' },
    ]
  })

const purchases = (subject: string, count: number): Purchase[] =>
  Array.from({ length: count }, (_, number) => ({
    ...{ type: 'purchase', source: subject, id: `o-${number}`, subject },
    ...{ time: Date.UTC(2026, 5, 10), amountMinor: 590, units: 3 },
  }))

/** Asks for the member's standing with a session cookie of theirs. */
async function pageOf(ledger: Ledger, member: string): Promise<() => Promise<string>> {
  const cookieKey = new Uint8Array(32)
  const identify = sessionIdentity({ cookieKey, origin: ORIGIN, now: () => NOW, staffSignedOutAt: async () => null })
  const app = portalApp({ ledger, identify, pseudonymKey: new Uint8Array(32), now: () => NOW, report: console.error })
  const session = await sealSession({ kind: 'member', subject: member, member, since: NOW }, cookieKey)
  const headers = { cookie: `${SESSION_COOKIE}=${session}` }
  return async () => (await app.request('/api/v1/me/standing', { headers })).text()
}

const rounded = (value: number) => Math.round(value * 1000) / 1000
const ratio = (value: number) => ({ value: rounded(value), unit: '×' })

export const bench: Bench = { name: 'Standing', run: standingFigures }
