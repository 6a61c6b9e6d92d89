import { S3Client } from '@aws-sdk/client-s3'
import { connect } from '#ledger/client.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { editionIn } from '#program/edition.ts'
import { monthOf } from '#program/zone.ts'
import { PublishError } from './publish-error.ts'
import { publishSite } from './publish-site.ts'
import { openS3Store } from './s3-store.ts'
import { loadBundle } from './site-bundle.ts'

const ledger = openLedger({ client: connect(), table: setting('TABLE_NAME'), now: Date.now })
const store = openS3Store(new S3Client(), setting('PAGES_BUCKET'))
/** The build of the pages, packed beside this function. */
const folder = setting('SITE_FOLDER')

/** Which edition to publish; without a number, the one in force now, as the schedule asks on the first of each month. */
interface PublishRequest {
  readonly edition?: number
}

/** Renders an edition's pages and switches to them. Throws PublishError; what is served then stays as it was. */
export async function handler(request: PublishRequest, _context: unknown): Promise<{ readonly site: string }> {
  const { published, rules } = await ledger.program()
  const zone = rules[0]?.timeZone ?? 'UTC'
  const number = request.edition ?? editionIn(rules, monthOf(Date.now(), zone)).edition
  const edition = published.find((candidate) => candidate.edition === number)
  if (!edition) throw new PublishError(`There is no edition ${number}. Publish it first.`)
  return { site: await publishSite(store, await loadBundle(folder), edition) }
}

function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new PublishError(`The setting ${name} is missing: the function cannot start without it.`)
  return value
}
