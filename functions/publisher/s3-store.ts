import { ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { isHashed, typeOf } from './file-names.ts'
import type { SiteFiles, SiteStore } from './page-store.ts'
import type { Pointer } from './pointer.ts'
import { PublishError } from './publish-error.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'no-cache'

/** `infra/answer-missing.js` gives the pages the status that this header names, for S3 only ever says 200. */
const ANSWERS_MISSING = { file: /(?:^|\/)404\.html$/, metadata: { status: '404' } }

/**
 * A store in a bucket, laid out as the folder store is: `sites/<name>/…`, `shared/_astro/…` and `shared/pictures/…`. The distribution serves
 * from it, and finds the site in force by the pointer.
 */
export function openS3Store(client: S3Client, bucket: string, pointer: Pointer): SiteStore {
  const put = (key: string, file: string, bytes: Uint8Array) =>
    client.send(
      new PutObjectCommand({
        ...{ Bucket: bucket, Key: key, Body: bytes, ContentType: typeOf(file) },
        CacheControl: isHashed(file) ? FOR_EVER : ASK_AGAIN,
        ...(ANSWERS_MISSING.file.test(file) && { Metadata: ANSWERS_MISSING.metadata }),
      }),
    )

  /** One page of S3's list is more than a pointer can hold. */
  const filesOf = async (site: string): Promise<string[]> => {
    const folder = `sites/${site}/`
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: folder }))
    return Contents.map(({ Key = '' }) => Key.slice(folder.length))
  }

  return {
    async put(site: string, files: SiteFiles) {
      for (const [file, bytes] of files) {
        await put(isHashed(file) ? `shared/${file}` : `sites/${site}/${file}`, file, bytes)
      }
    },

    async switchTo(site: string) {
      const version = await pointer.version()
      const files = await filesOf(site)
      if (!files.includes('index.html')) {
        throw new PublishError(`There is no site "${site}" in ${bucket}: put it down before switching to it.`)
      }
      await pointer.point({ site, files }, version)
    },
  }
}
