// Loading it teaches the client SigV4A, which a store that is everywhere asks for.
import '@aws-sdk/signature-v4a'
import {
  type CloudFrontKeyValueStoreClient,
  ConflictException,
  DescribeKeyValueStoreCommand,
  GetKeyCommand,
  PutKeyCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudfront-keyvaluestore'
import type { Pointer, ServedSite } from './pointer.ts'
import { PublishError } from './publish-error.ts'

/** `infra/find-page.js` reads this key. */
const CURRENT = 'current'
/** The most that CloudFront takes as a value. */
const LARGEST_BYTES = 1024

/**
 * A pointer in CloudFront's key-value store, which the distribution's functions read: a single value, replaced as a whole
 * on condition that nobody else replaced it meanwhile. CloudFront's places follow within seconds.
 */
export function openKeyValuePointer(client: CloudFrontKeyValueStoreClient, arn: string): Pointer {
  const value = async () => (await client.send(new GetKeyCommand({ KvsARN: arn, Key: CURRENT }))).Value
  const replace = (version: string, text: string) =>
    client.send(new PutKeyCommand({ KvsARN: arn, Key: CURRENT, Value: text, IfMatch: version }))

  return {
    async version(): Promise<string> {
      const { ETag } = await client.send(new DescribeKeyValueStoreCommand({ KvsARN: arn })).catch(unreachable)
      return ETag ?? unreachable(new Error('it has no version'))
    },

    async served(): Promise<string | undefined> {
      const text = await value().catch((error: unknown) =>
        error instanceof ResourceNotFoundException ? undefined : unreachable(error),
      )
      return text === undefined ? undefined : (JSON.parse(text) as ServedSite).site
    },

    async point(served: ServedSite, version: string) {
      const text = textOf(served)
      try {
        await replace(version, text)
      } catch (error) {
        if (!(error instanceof ConflictException)) unreachable(error)
        // When the answer to a first try is lost, the second meets what the first has put there.
        if ((await value().catch(unreachable)) !== text) throw overtaken(served, error)
      }
    },
  }
}

function textOf(served: ServedSite): string {
  const text = JSON.stringify(served)
  const bytes = Buffer.byteLength(text)
  if (bytes <= LARGEST_BYTES) return text
  throw new PublishError(
    `The addresses of the ${served.files.length} pages of site "${served.site}" take ${bytes} bytes, and CloudFront keeps ` +
      `${LARGEST_BYTES}. Have fewer tiers, or give them shorter ids. What is served stays as it was.`,
  )
}

function overtaken({ site }: ServedSite, cause: unknown): PublishError {
  return new PublishError(
    `Somebody else published while site "${site}" was about to be switched to. What they published is served; publish ` +
      'again if it should be this one.',
    { cause },
  )
}

function unreachable(cause: unknown): never {
  const why = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
  throw new PublishError(
    `CloudFront's key-value store, which says which site is served, did not take the change (${why}). Publish again.`,
    { cause },
  )
}
