import { lambdaEntry } from '#http/lambda-entry.ts'
import { machinesOf } from '#http/machines.ts'
import { settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { financeApp } from './app.ts'

const { TABLE_NAME, ISSUER } = settings(process.env, 'TABLE_NAME', 'ISSUER')
const now = Date.now
const ledger = openLedger({ client: connect(), table: TABLE_NAME, now })

export const handler = lambdaEntry('finance', (report) =>
  financeApp({ ledger, identify: machinesOf(ISSUER, now), report }),
)
