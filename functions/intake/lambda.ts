import { lambdaEntry } from '#http/lambda-entry.ts'
import { machinesOf } from '#http/machines.ts'
import { keyOf, settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { openBooks } from '#ledger/open-books.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { intakeApp } from './app.ts'

const { TABLE_NAME, FRONT_DOOR_KEY, ISSUER, EMAIL_KEY } = settings(
  process.env,
  'TABLE_NAME',
  'FRONT_DOOR_KEY',
  'ISSUER',
  'EMAIL_KEY',
)
const now = Date.now
const database = { client: connect(), table: TABLE_NAME, now }
const ledger = openLedger(database)
const books = openBooks(database)
const emailKey = keyOf('EMAIL_KEY', EMAIL_KEY)

export const handler = lambdaEntry('intake', FRONT_DOOR_KEY, (report, count) =>
  intakeApp({ ledger, books, identify: machinesOf(ISSUER, now), now, emailKey, report, count }),
)
