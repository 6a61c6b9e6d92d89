import { DeleteSecretCommand, DescribeSecretCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { belongsTo } from './belongs-to.ts'
import type { Deleter } from './delete-kept.ts'

/** As long as AWS lets one change one's mind. */
const PENDING_DAYS = 30

/** A secret, which AWS deletes after a while only. */
export function secretDeleter(client: SecretsManagerClient): Deleter {
  return {
    async isOf(stage, SecretId) {
      const { Tags } = await client.send(new DescribeSecretCommand({ SecretId }))
      return belongsTo(stage, Tags)
    },
    async remove(SecretId) {
      const { DeletedDate } = await client.send(new DescribeSecretCommand({ SecretId }))
      if (DeletedDate === undefined) {
        await client.send(new DeleteSecretCommand({ SecretId, RecoveryWindowInDays: PENDING_DAYS }))
      }
      return `goes in ${PENDING_DAYS} days; until then "aws secretsmanager restore-secret" keeps it`
    },
  }
}
