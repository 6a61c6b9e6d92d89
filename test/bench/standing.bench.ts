import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { sealSession } from '#http/session.ts'
import { SESSION_COOKIE } from '#http/session-cookie.ts'
import { sessionIdentity } from '#http/session-identity.ts'
import { connect } from '#ledger/client.ts'
import { keyOf, memberPk } from '#ledger/keys.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { createTable } from '#ledger/table.ts'
import { publishDemoProgram } from '#local/demo-program.ts'
import { startDatabase } from '#local/dynoxide.ts'
import { portalApp } from '#portal/app.ts'
import type { Bench, Figure } from './figure.ts'
import { mediansInTurn } from './interleaved.ts'

const NOW = Date.UTC(2026, 5, 15, 12)
const ORIGIN = 'http://localhost:4321'
const TABLE = 'standing'
const ROUNDS = 3_000
const ENTRIES = 10_000

/** `GET /me/standing` by session cookie, through the portal's front door, against a bare GetItem of the same item. */
async function standingFigures(): Promise<readonly Figure[]> {
  const database = await startDatabase()
  const { endpoint } = database
  const client = connect({ endpoint })
  const plain = new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  })
  try {
    await createTable(client, TABLE)
    const ledger = openLedger({ client, table: TABLE, now: () => NOW })
    await publishDemoProgram(ledger)
    const purchases = (subject: string, count: number) =>
      Array.from({ length: count }, (_, number) => ({
        ...{ type: 'purchase' as const, source: subject, id: `o-${number}`, subject },
        ...{ time: Date.UTC(2026, 5, 10), amountMinor: 590, units: 3 },
      }))
    await ledger.record([...purchases('m-one', 1), ...purchases('m-busy', ENTRIES)])
    const cookieKey = new Uint8Array(32)
    const identify = sessionIdentity({ cookieKey, origin: ORIGIN, now: () => NOW, staffSignedOutAt: async () => null })
    const app = portalApp({ ledger, identify, now: () => NOW, report: console.error })
    const handlerOf = async (member: string) => {
      const session = { kind: 'member', subject: member, member, since: NOW } as const
      const headers = { cookie: `${SESSION_COOKIE}=${await sealSession(session, cookieKey)}` }
      return async () => (await app.request('/api/v1/me/standing', { headers })).text()
    }
    const bare = (member: string) => () =>
      plain.send(new GetItemCommand({ TableName: TABLE, Key: { ...keyOf(memberPk(member)) } }))
    const medians = await mediansInTurn(ROUNDS, {
      bare: bare('m-one'),
      one: await handlerOf('m-one'),
      busy: await handlerOf('m-busy'),
    })
    return [
      { what: 'handler: p50 against a bare GetItem, 1 entry', ...ratio(medians.one / medians.bare), atMost: 1.15 },
      { what: `handler: p50 at ${ENTRIES} entries against 1`, ...ratio(medians.busy / medians.one), atMost: 1.05 },
      { what: 'bare GetItem: p50', value: rounded(medians.bare), unit: 'ms' },
    ]
  } finally {
    client.destroy()
    plain.destroy()
    await database.stop()
  }
}

const rounded = (value: number) => Math.round(value * 1000) / 1000
const ratio = (value: number) => ({ value: rounded(value), unit: '×' })

export const bench: Bench = { name: 'Standing', run: standingFigures }
