import { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore'
import { S3Client } from '@aws-sdk/client-s3'
import { settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { editionIn } from '#program/edition.ts'
import { monthOf } from '#program/zone.ts'
import { openKeyValuePointer } from './key-value-pointer.ts'
import { PublishError } from './publish-error.ts'
import { publishSite } from './publish-site.ts'
import { openS3Store } from './s3-store.ts'
import { loadBundle } from './site-bundle.ts'

/**
 * PAGES_POINTER is the ARN of the key-value store that the distribution goes by; SITE_FOLDER is where the build of the
 * pages is packed, beside this function.
 */
const env = settings(process.env, 'TABLE_NAME', 'PAGES_BUCKET', 'PAGES_POINTER', 'SITE_FOLDER')
const ledger = openLedger({ client: connect(), table: env.TABLE_NAME, now: Date.now })
const pointer = openKeyValuePointer(new CloudFrontKeyValueStoreClient(), env.PAGES_POINTER)
const store = openS3Store(new S3Client(), env.PAGES_BUCKET, pointer)

/** Which edition to publish; without a number, the one in force now, which is what the schedule asks for. */
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
  return { site: await publishSite(store, await loadBundle(env.SITE_FOLDER), edition) }
}
