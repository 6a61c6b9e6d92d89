import { atFirstUse } from '#http/at-first-use.ts'
import { lambdaEntry } from '#http/lambda-entry.ts'
import { machinesAndPeople } from '#http/machines-and-people.ts'
import { keyOf, settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { openBooks } from '#ledger/open-books.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { openPress } from '#ledger/open-press.ts'
import { pseudonymOf } from '#ledger/pseudonym.ts'
import { archiveAtHand } from '#ledger/seal/archive-at-hand.ts'
import { signerAtHand } from '#ledger/seal/signer-at-hand.ts'
import { staffSignedOutAt } from '#ledger/staff-sessions.ts'
import { financeApp } from './app.ts'

const SEALS = ['ARCHIVE_BUCKET', 'SEAL_KEY'] as const
const env = settings(
  process.env,
  'TABLE_NAME',
  'FRONT_DOOR_KEY',
  'ISSUER',
  'ORIGIN',
  'COOKIE_KEY',
  'PSEUDONYM_KEY',
  ...SEALS,
)
const now = Date.now
const database = { client: connect(), table: env.TABLE_NAME, now }
const ledger = openLedger(database)
const books = openBooks(database)
const press = openPress(database)
const key = keyOf('PSEUDONYM_KEY', env.PSEUDONYM_KEY)
/** A month is closed once a month, and looked into now and then. */
const archive = atFirstUse(async () => {
  const { bucketArchive } = await import('#ledger/seal/bucket-archive.ts')
  return bucketArchive(env.ARCHIVE_BUCKET)
})
const signer = atFirstUse(async () => {
  const { kmsKey } = await import('#ledger/seal/kms-key.ts')
  return kmsKey(env.SEAL_KEY)
})
const sealing = { archive: archiveAtHand(archive), signer: signerAtHand(signer), key }
/** An answer of a function holds 6 MB, of which bytes that are no text take a third more; and nobody waits for longer than 30 seconds. */
const answerLimit = { bytes: 4_400_000, rows: 50_000 }
/** An accounting package brings a token, people of finance their session. */
const identify = machinesAndPeople({
  ...{ issuer: env.ISSUER, origin: env.ORIGIN, cookieKey: keyOf('COOKIE_KEY', env.COOKIE_KEY), now },
  staffSignedOutAt: staffSignedOutAt(ledger),
})

export const handler = lambdaEntry('finance', env.FRONT_DOOR_KEY, (report, count) =>
  financeApp({ ledger, books, press, identify, now, pseudonym: pseudonymOf(key), sealing, answerLimit, report, count }),
)
