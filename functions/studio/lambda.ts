import { LambdaClient } from '@aws-sdk/client-lambda'
import { S3Client } from '@aws-sdk/client-s3'
import { firstOf } from '#http/first-of.ts'
import { lambdaEntry } from '#http/lambda-entry.ts'
import { machinesOf } from '#http/machines.ts'
import { sessionIdentity } from '#http/session-identity.ts'
import { keyOf, settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { openBooks } from '#ledger/open-books.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { openPress } from '#ledger/open-press.ts'
import { staffSignedOutAt } from '#ledger/staff-sessions.ts'
import { studioApp } from './app.ts'
import { lambdaPages } from './lambda-pages.ts'
import { openS3Pictures } from './s3-pictures.ts'

const env = settings(
  process.env,
  'TABLE_NAME',
  'FRONT_DOOR_KEY',
  'ISSUER',
  'ORIGIN',
  'COOKIE_KEY',
  'PUBLISHER',
  'PAGES_BUCKET',
)
const now = Date.now
const connection = { client: connect(), table: env.TABLE_NAME, now }
const ledger = openLedger(connection)
/** Pipelines bring a token, people their session. */
const identify = firstOf(
  machinesOf(env.ISSUER, now),
  sessionIdentity({
    cookieKey: keyOf('COOKIE_KEY', env.COOKIE_KEY),
    origin: env.ORIGIN,
    now,
    staffSignedOutAt: staffSignedOutAt(ledger),
  }),
)
const press = openPress(connection)
const pages = lambdaPages(new LambdaClient(), env.PUBLISHER)
const pictures = openS3Pictures(new S3Client(), env.PAGES_BUCKET)

export const handler = lambdaEntry('studio', env.FRONT_DOOR_KEY, (report, count) =>
  studioApp({ ledger, press, books: openBooks(connection), pages, pictures, identify, now, report, count }),
)
