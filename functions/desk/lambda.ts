import { lambdaEntry } from '#http/lambda-entry.ts'
import { machinesOf } from '#http/machines.ts'
import { settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { deskApp } from './app.ts'

const { TABLE_NAME, ISSUER } = settings(process.env, 'TABLE_NAME', 'ISSUER')
const now = Date.now
const ledger = openLedger({ client: connect(), table: TABLE_NAME, now })

export const handler = lambdaEntry('desk', (report) =>
  deskApp({ ledger, identify: machinesOf(ISSUER, now), now, report }),
)
