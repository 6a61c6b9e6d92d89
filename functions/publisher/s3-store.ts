import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { fileOf, isHashed, typeOf } from './file-names.ts'
import type { PageFile, PageStore, SiteFiles } from './page-store.ts'
import { PublishError } from './publish-error.ts'

/** The object that holds the name of the site that is served. */
const CURRENT = 'current'
const FOR_EVER = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'no-cache'

/**
 * A store in a bucket, laid out as the folder store is: `sites/<name>/…`, `shared/_astro/…` and the object `current`.
 * A single put replaces that object, and S3 answers every later read with it.
 */
export function openS3Store(client: S3Client, bucket: string): PageStore {
  const keyOf = (site: string, file: string) => (isHashed(file) ? `shared/${file}` : `sites/${site}/${file}`)

  const put = (key: string, body: Uint8Array | string, type: string, cache: string) =>
    client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: type, CacheControl: cache }))

  const get = async (key: string): Promise<Uint8Array | undefined> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
      return await Body?.transformToByteArray()
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  }

  return {
    async put(site: string, files: SiteFiles) {
      for (const [file, bytes] of files) {
        await put(keyOf(site, file), bytes, typeOf(file), isHashed(file) ? FOR_EVER : ASK_AGAIN)
      }
    },

    async switchTo(site: string) {
      try {
        await client.send(new HeadObjectCommand({ Bucket: bucket, Key: keyOf(site, 'index.html') }))
      } catch (cause) {
        if (!(cause instanceof NotFound)) throw cause
        throw new PublishError(`There is no site "${site}" in ${bucket}: put it down before switching to it.`, {
          cause,
        })
      }
      await put(CURRENT, site, 'text/plain; charset=utf-8', ASK_AGAIN)
    },

    async read(path: string): Promise<PageFile | undefined> {
      const file = fileOf(path)
      const site = file && (await get(CURRENT))
      if (!file || !site) return undefined
      const bytes = await get(keyOf(new TextDecoder().decode(site), file))
      return bytes && { bytes, type: typeOf(file), immutable: isHashed(file) }
    },
  }
}
