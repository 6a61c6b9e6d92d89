import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Context } from 'aws-lambda'
import { Hono } from 'hono'
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { deskApp } from '#desk/app.ts'
import { bearer } from '#http/bearer.ts'
import type { AppEnv } from '#http/identity.ts'
import { lambdaEntry } from '#http/lambda-entry.ts'
import { API_AUDIENCE } from '#http/machines.ts'
import { sessionIdentity } from '#http/session-identity.ts'
import { intakeApp } from '#intake/app.ts'
import { connect } from '#ledger/client.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { openBooks } from '#ledger/open-books.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { staffSignedOutAt } from '#ledger/staff-sessions.ts'
import { createTable } from '#ledger/table.ts'
import { publishDemoProgram } from '#local/demo-program.ts'
import { startDatabase } from '#local/dynoxide.ts'
import { portalApp } from '#portal/app.ts'
import { authApp } from '#portal/auth.ts'
import type { Person, SignInProvider } from '#portal/provider.ts'

/** When everything is measured. A clock that moved would change the size of numbers. */
export const NOW = Date.UTC(2026, 5, 15, 12, 34, 56, 789)
export const ORIGIN = 'https://shop.example'
export const FRONT_DOOR_KEY = 'f'.repeat(43)
const KEY = new Uint8Array(32).fill(7)
const ISSUER = 'https://id.shop.example'
const TABLE = 'costs'

export type Handler = ReturnType<typeof lambdaEntry>
export type Audience = 'portal' | 'desk' | 'intake'

/** The portal's functions as Lambda has them, on an embedded database, before anybody has joined. */
export interface House {
  readonly ledger: Ledger
  readonly handlers: Readonly<Record<Audience, Handler>>
  readonly client: DynamoDBClient
  /** Reads what is stored without being counted. */
  readonly plain: DynamoDBClient
  readonly table: string
  /** The bearer token of a machine that may do all. */
  readonly token: string
  close(): Promise<void>
}

/** Opens a house of its own, and publishes the demo shop's program in it. */
export async function openHouse(person: () => Person): Promise<House> {
  // As the stack sets it: the name of a stage.
  process.env.POWERTOOLS_METRICS_NAMESPACE ??= 'Cleartier-prod'
  const { endpoint, stop } = await startDatabase()
  const [client, plain] = [connect({ endpoint }), connect({ endpoint })]
  await createTable(client, TABLE)
  const database = { client, table: TABLE, now: () => NOW }
  const ledger = openLedger(database)
  await publishDemoProgram(ledger)
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }] })
  const machines = bearer({ issuer: ISSUER, audience: API_AUDIENCE, keys, now: () => NOW })
  const people = sessionIdentity({
    ...{ cookieKey: KEY, origin: ORIGIN, now: () => NOW },
    staffSignedOutAt: staffSignedOutAt(ledger),
  })
  const common = { ledger, now: () => NOW, pseudonymKey: KEY, emailKey: KEY, books: openBooks(database) }
  const doors = { members: standIn(person), staff: standIn(person) }
  return {
    ...{ ledger, client, plain, table: TABLE },
    token: await tokenFor(privateKey),
    handlers: {
      portal: lambdaEntry('portal', FRONT_DOOR_KEY, (report, count) => {
        const deps = { ...common, identify: people, report, count }
        const api = portalApp(deps)
        return new Hono<AppEnv>()
          .route('/', authApp({ ...deps, doors, cookieKey: KEY, emailHash: (email) => email }))
          .all('*', (context) => api.fetch(context.req.raw, context.env))
      }),
      desk: lambdaEntry('desk', FRONT_DOOR_KEY, (report, count) =>
        deskApp({ ...common, identify: machines, report, count }),
      ),
      intake: lambdaEntry('intake', FRONT_DOOR_KEY, (report, count) =>
        intakeApp({ ...common, identify: machines, report, count }),
      ),
    },
    async close() {
      client.destroy()
      plain.destroy()
      await stop()
    },
  }
}

/** Stands where the provider's network stands, which is not measured here. */
function standIn(person: () => Person): SignInProvider {
  const ticket = { state: 's'.repeat(43), nonce: 'n'.repeat(43), verifier: 'v'.repeat(43) }
  return {
    begin: async () => ({ url: new URL('https://id.shop.example/authorize'), ticket }),
    finish: async () => person(),
  }
}

function tokenFor(privateKey: CryptoKey): Promise<string> {
  const scopes = ['events:write', 'members:read', 'perks:redeem'].map((scope) => `${API_AUDIENCE}/${scope}`)
  return new SignJWT({ scope: scopes.join(' '), token_use: 'access', client_id: 'till-1' })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setIssuer(ISSUER)
    .setSubject('till-1')
    .setIssuedAt(NOW / 1000)
    .setExpirationTime(NOW / 1000 + 3600)
    .sign(privateKey)
}

/** What Lambda tells a function about itself; names are as long as those that the stack makes. */
export const CONTEXT: Context = {
  ...{ callbackWaitsForEmptyEventLoop: false, functionName: 'Cleartier-prod-AudiencesPortal0A1B2C3D-0a1b2c3d4e5f' },
  ...{ functionVersion: '12', memoryLimitInMB: '512', awsRequestId: '00000000-0000-4000-8000-000000000000' },
  invokedFunctionArn:
    'arn:aws:lambda:eu-west-2:123456789012:function:Cleartier-prod-AudiencesPortal0A1B2C3D-0a1b2c3d4e5f',
  ...{ logGroupName: 'log', logStreamName: 'one', getRemainingTimeInMillis: () => 10_000 },
  ...{ done: () => {}, fail: () => {}, succeed: () => {} },
}
