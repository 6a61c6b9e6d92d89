import { lambdaEntry } from '#http/lambda-entry.ts'
import { machinesAndPeople } from '#http/machines-and-people.ts'
import { keyOf, settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { staffSignedOutAt } from '#ledger/staff-sessions.ts'
import { deskApp } from './app.ts'

const env = settings(process.env, 'TABLE_NAME', 'FRONT_DOOR_KEY', 'ISSUER', 'ORIGIN', 'COOKIE_KEY')
const now = Date.now
const ledger = openLedger({ client: connect(), table: env.TABLE_NAME, now })
/** Tills that are machines bring a token, people at the counter their session. */
const identify = machinesAndPeople({
  ...{ issuer: env.ISSUER, origin: env.ORIGIN, cookieKey: keyOf('COOKIE_KEY', env.COOKIE_KEY), now },
  staffSignedOutAt: staffSignedOutAt(ledger),
})

export const handler = lambdaEntry('desk', env.FRONT_DOOR_KEY, (report, count) =>
  deskApp({ ledger, identify, now, report, count }),
)
