import {
  DescribeKeyCommand,
  type KMSClient,
  ListResourceTagsCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms'
import { belongsTo } from './belongs-to.ts'
import type { Deleter } from './delete-kept.ts'

/** As long as AWS lets one change one's mind. */
const PENDING_DAYS = 30

/** A key, which AWS deletes after a while only: what it encrypted is lost with it. */
export function keyDeleter(client: KMSClient): Deleter {
  return {
    async isOf(stage, KeyId) {
      const { Tags } = await client.send(new ListResourceTagsCommand({ KeyId }))
      return belongsTo(stage, Tags)
    },
    async remove(KeyId) {
      const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId }))
      if (KeyMetadata?.KeyState !== 'PendingDeletion') {
        await client.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: PENDING_DAYS }))
      }
      return `goes in ${PENDING_DAYS} days; until then "aws kms cancel-key-deletion" keeps it`
    },
  }
}
