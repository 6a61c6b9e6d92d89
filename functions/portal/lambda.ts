import { readFile } from 'node:fs/promises'
import { S3Client } from '@aws-sdk/client-s3'
import { Hono } from 'hono'
import { BASE_PATH } from '#http/create-app.ts'
import { emailHash } from '#http/email-hash.ts'
import type { AppEnv } from '#http/identity.ts'
import { lambdaEntry } from '#http/lambda-entry.ts'
import { getOpenapi, openapiApp } from '#http/openapi-app.ts'
import { sessionIdentity } from '#http/session-identity.ts'
import { keyOf, originsOf, settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { openBooks } from '#ledger/open-books.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { openS3Archive } from '#ledger/seal/s3-archive.ts'
import { staffSignedOutAt } from '#ledger/staff-sessions.ts'
import { portalApp } from './app.ts'
import { authApp } from './auth.ts'
import { doorsTo } from './doors.ts'

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
const closedMonths = {
  books: openBooks(database),
  archive: openS3Archive(new S3Client(), env.ARCHIVE_BUCKET),
  key: pseudonymKey,
}
const cookieKey = keyOf('COOKIE_KEY', env.COOKIE_KEY)
const emailKey = keyOf('EMAIL_KEY', env.EMAIL_KEY)
const identify = sessionIdentity({ cookieKey, origin, now, staffSignedOutAt: staffSignedOutAt(ledger) })
const doors = doorsTo(
  { issuer: env.MEMBERS_ISSUER, clientId: env.CLIENT_ID, clientSecret: env.CLIENT_SECRET, origin },
  { issuer: env.ISSUER, clientId: env.STAFF_CLIENT_ID, clientSecret: env.STAFF_CLIENT_SECRET, origin },
)

export const handler = lambdaEntry('portal', env.FRONT_DOOR_KEY, (report, count) => {
  const deps = { ledger, identify, pseudonymKey, now, report, count }
  const hash = (email: string) => emailHash(email, emailKey)
  const api = portalApp({ ...deps, closedMonths, offerOrigins })
  const document = openapiApp(() => readFile(env.OPENAPI_FILE, 'utf8'), report)
  return new Hono<AppEnv>()
    .route('/', authApp({ ...deps, doors, cookieKey, emailHash: hash }))
    .get(`${BASE_PATH}${getOpenapi.path}`, (context) => document.fetch(context.req.raw, context.env))
    .all('*', (context) => api.fetch(context.req.raw, context.env))
})
