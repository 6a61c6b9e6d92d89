import { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore'
import { S3Client } from '@aws-sdk/client-s3'
import { eventEntry, type Told } from '#http/event-entry.ts'
import { settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { openPress } from '#ledger/open-press.ts'
import type { Publication } from '#ledger/press.ts'
import { editionInForce, standingEditions } from '#ledger/publications.ts'
import { openKeyValuePointer } from './key-value-pointer.ts'
import { s3Pictures } from './picture-source.ts'
import { type PreviewedPage, previewPage } from './preview-page.ts'
import { PublishError } from './publish-error.ts'
import { publishInForce, tryPublication } from './publish-in-force.ts'
import { openS3Shelf } from './s3-shelf.ts'
import { openS3Store } from './s3-store.ts'
import { loadBundle } from './site-bundle.ts'
import { sweep } from './sweep.ts'

/**
 * PAGES_POINTER is the ARN of the key-value store that the distribution goes by; SITE_FOLDER is where the build of the
 * pages is packed, beside this function; ORIGIN where the pages are found.
 */
const env = settings(process.env, 'TABLE_NAME', 'PAGES_BUCKET', 'PAGES_POINTER', 'SITE_FOLDER', 'ORIGIN')
const press = openPress({ client: connect(), table: env.TABLE_NAME, now: Date.now })
const pointer = openKeyValuePointer(new CloudFrontKeyValueStoreClient(), env.PAGES_POINTER)
const s3 = new S3Client()
const store = openS3Store(s3, env.PAGES_BUCKET, pointer)

/**
 * What to do: to try a publication that has not happened yet, to answer one page of an edition, to sweep away what nobody can come upon (once a day), to
 * publish an edition by its number, or (without any of these) the one in force now.
 */
interface PublishRequest {
  readonly try?: Publication
  readonly preview?: PreviewedPage
  readonly sweep?: boolean
  readonly edition?: number
  /** Of what EventBridge sends every hour. */
  readonly source?: string
}

/** `page` only where one was asked for; null when there is none. */
interface Done {
  readonly site: string | null
  readonly page?: string | null
}

export const handler = eventEntry('publisher', work, (error) => error instanceof PublishError)

/** Renders pages, and switches to them unless they were only to be tried. Throws PublishError; then nothing has changed. */
async function work(request: PublishRequest, { count }: Told): Promise<Done> {
  const publications = () => press.publications()
  if (request.sweep) {
    const editions = standingEditions(await publications()).map(({ edition }) => edition)
    await sweep(openS3Shelf(s3, env.PAGES_BUCKET, pointer), { editions, now: Date.now() })
    return { site: null }
  }
  // Before the first edition takes effect there is nothing to show, and the hour that looks has not failed.
  const isHourly = request.source === 'aws.events'
  if (isHourly && !editionInForce(standingEditions(await publications()), Date.now())) {
    // The pages are as they should be, and the alarm that waits for this count stays quiet.
    count('pagesRefreshed')
    return { site: null }
  }
  const bundle = await loadBundle(env.SITE_FOLDER)
  const publisher = {
    store,
    bundle,
    pictures: s3Pictures(s3, env.PAGES_BUCKET),
    publications,
    origin: env.ORIGIN,
    now: Date.now,
  }
  if (request.preview) return { site: null, page: await previewPage(publisher, request.preview) }
  if (request.try) {
    await tryPublication(publisher, request.try)
    return { site: null }
  }
  const startedAt = performance.now()
  const site = await publishInForce(publisher, request.edition)
  count('pagesRefreshed')
  count('pagesMilliseconds', Math.round(performance.now() - startedAt))
  return { site }
}
