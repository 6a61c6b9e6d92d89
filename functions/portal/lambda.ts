import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { atFirstUse } from '#http/at-first-use.ts'
import { BASE_PATH } from '#http/create-app.ts'
import { emailHash } from '#http/email-hash.ts'
import type { AppEnv } from '#http/identity.ts'
import { lambdaEntry } from '#http/lambda-entry.ts'
import { getOpenapi, openapiApp } from '#http/openapi-app.ts'
import { quickStart } from '#http/quick-start.ts'
import { sessionIdentity } from '#http/session-identity.ts'
import { keyOf, originsOf, settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { readClosings } from '#ledger/closings.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { PATIENCE } from '#ledger/patience.ts'
import { archiveAtHand } from '#ledger/seal/archive-at-hand.ts'
import { staffSignedOutAt } from '#ledger/staff-sessions.ts'
import { portalApp } from './app.ts'

const SEALS = ['ARCHIVE_BUCKET', 'PSEUDONYM_KEY'] as const
const SIGN_IN = ['MEMBERS_ISSUER', 'CLIENT_ID', 'CLIENT_SECRET', 'COOKIE_KEY', 'EMAIL_KEY'] as const
const STAFF_SIGN_IN = ['ISSUER', 'STAFF_CLIENT_ID', 'STAFF_CLIENT_SECRET'] as const
/** OPENAPI_FILE is where the document of all routes is packed, beside this function. */
const env = settings(
  process.env,
  'TABLE_NAME',
  'FRONT_DOOR_KEY',
  'ORIGIN',
  'OPENAPI_FILE',
  ...STAFF_SIGN_IN,
  ...SIGN_IN,
  ...SEALS,
)
const now = Date.now
/** Other sites whose pages may ask for a quote; none, where nothing is set. */
const offerOrigins = originsOf('OFFER_ORIGINS', process.env.OFFER_ORIGINS ?? '')
const origin = env.ORIGIN
const database = { client: connect(), table: env.TABLE_NAME, now }
const ledger = openLedger(database)
const pseudonymKey = keyOf('PSEUDONYM_KEY', env.PSEUDONYM_KEY)
/** Few ask for a proof. */
const archive = atFirstUse(async () => {
  const { bucketArchive } = await import('#ledger/seal/bucket-archive.ts')
  return bucketArchive(env.ARCHIVE_BUCKET)
})
const closedMonths = {
  books: { closings: () => readClosings({ ...database, patience: PATIENCE }) },
  archive: archiveAtHand(archive),
  key: pseudonymKey,
}
const cookieKey = keyOf('COOKIE_KEY', env.COOKIE_KEY)
const emailKey = keyOf('EMAIL_KEY', env.EMAIL_KEY)
const identify = sessionIdentity({ cookieKey, origin, now, staffSignedOutAt: staffSignedOutAt(ledger) })
const membersDoor = {
  ...{ issuer: env.MEMBERS_ISSUER, clientId: env.CLIENT_ID, clientSecret: env.CLIENT_SECRET },
  origin,
}
const staffDoor = {
  ...{ issuer: env.ISSUER, clientId: env.STAFF_CLIENT_ID, clientSecret: env.STAFF_CLIENT_SECRET },
  origin,
}

export const handler = lambdaEntry('portal', env.FRONT_DOOR_KEY, (report, count) => {
  const deps = { ledger, identify, pseudonymKey, now, report, count }
  const hash = (email: string) => emailHash(email, emailKey)
  const api = portalApp({ ...deps, closedMonths, offerOrigins })
  const document = openapiApp(() => readFile(env.OPENAPI_FILE, 'utf8'), report)
  const rest = new Hono<AppEnv>(quickStart())
    .get(`${BASE_PATH}${getOpenapi.path}`, (context) => document.fetch(context.req.raw, context.env))
    .all('*', (context) => api.fetch(context.req.raw, context.env))
  /** Once in twelve hours somebody signs in. */
  const signIn = atFirstUse(async () => {
    const [{ authApp }, { doorsTo }] = await Promise.all([import('./auth.ts'), import('./doors.ts')])
    const doors = doorsTo(membersDoor, staffDoor)
    return new Hono<AppEnv>(quickStart())
      .route('/', authApp({ ...deps, doors, cookieKey, emailHash: hash }))
      .route('/', rest)
  })
  return new Hono<AppEnv>(quickStart())
    .all('/auth/*', async (context) => (await signIn()).fetch(context.req.raw, context.env))
    .route('/', rest)
})
