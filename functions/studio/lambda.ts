import { atFirstUse } from '#http/at-first-use.ts'
import { lambdaEntry } from '#http/lambda-entry.ts'
import { machinesAndPeople } from '#http/machines-and-people.ts'
import { keyOf, settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { openBooks } from '#ledger/open-books.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { openPress } from '#ledger/open-press.ts'
import { staffSignedOutAt } from '#ledger/staff-sessions.ts'
import { studioApp } from './app.ts'
import { pagesAtHand } from './pages-at-hand.ts'
import { picturesAtHand } from './pictures-at-hand.ts'

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
const identify = machinesAndPeople({
  ...{ issuer: env.ISSUER, origin: env.ORIGIN, cookieKey: keyOf('COOKIE_KEY', env.COOKIE_KEY), now },
  staffSignedOutAt: staffSignedOutAt(ledger),
})
const press = openPress(connection)
/** Most of what marketing does is done before anything is published. */
const pages = atFirstUse(async () => {
  const { publisherPages } = await import('./publisher-pages.ts')
  return publisherPages(env.PUBLISHER)
})
const pictures = atFirstUse(async () => {
  const { bucketPictures } = await import('#studio/bucket-pictures.ts')
  return bucketPictures(env.PAGES_BUCKET)
})

export const handler = lambdaEntry('studio', env.FRONT_DOOR_KEY, (report, count) =>
  studioApp({
    ...{ ledger, press, books: openBooks(connection), identify, now, report, count },
    ...{ pages: pagesAtHand(pages), pictures: picturesAtHand(pictures) },
  }),
)
