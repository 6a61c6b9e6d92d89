import {
  DeleteBucketCommand,
  DeleteObjectsCommand,
  GetBucketTaggingCommand,
  ListObjectVersionsCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { SetupFault } from '../setup-fault.ts'
import { belongsTo } from './belongs-to.ts'
import type { Deleter } from './delete-kept.ts'

/** A bucket, with every version of every object in it, also of those that are locked. */
export function bucketDeleter(client: S3Client, tell: (line: string) => void): Deleter {
  return {
    async isOf(stage, Bucket) {
      const { TagSet } = await client.send(new GetBucketTaggingCommand({ Bucket })).catch(noTags)
      return belongsTo(stage, TagSet)
    },
    async remove(bucket) {
      let gone = 0
      for (let count = await deleteSome(client, bucket); count > 0; count = await deleteSome(client, bucket)) {
        gone += count
        tell(`  ${bucket}: ${gone} versions deleted`)
      }
      await client.send(new DeleteBucketCommand({ Bucket: bucket }))
      return 'deleted'
    },
  }
}

function noTags(error: Error): { readonly TagSet: [] } {
  if (error.name === 'NoSuchTagSet') return { TagSet: [] }
  throw error
}

/** Up to a thousand versions and marks of deletion. How many there were. */
async function deleteSome(client: S3Client, Bucket: string): Promise<number> {
  const { Versions = [], DeleteMarkers = [] } = await client.send(new ListObjectVersionsCommand({ Bucket }))
  const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }))
  if (Objects.length === 0) return 0
  const { Errors = [] } = await client.send(
    new DeleteObjectsCommand({ Bucket, BypassGovernanceRetention: true, Delete: { Objects, Quiet: true } }),
  )
  const [first] = Errors
  if (first === undefined) return Objects.length
  throw new SetupFault(
    `${Errors.length} objects of ${Bucket} cannot be deleted, the first is ${first.Key} (${first.Code}). Closed months are locked ` +
      'for ten years: only who has the right s3:BypassGovernanceRetention may delete them before. Use such credentials and run this again.',
  )
}
