import {
  type CognitoIdentityProviderClient,
  DeleteUserPoolCommand,
  DescribeUserPoolCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { belongsTo, STAGE_TAG } from './belongs-to.ts'
import type { Deleter } from './delete-kept.ts'

/** A user pool with everyone in it, whose protection is taken away first. Its sign-in pages went with the stack. */
export function userPoolDeleter(client: CognitoIdentityProviderClient): Deleter {
  return {
    async isOf(stage, UserPoolId) {
      const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId }))
      return belongsTo(stage, [{ Key: STAGE_TAG, Value: UserPool?.UserPoolTags?.[STAGE_TAG] }])
    },
    async remove(UserPoolId) {
      await client.send(new UpdateUserPoolCommand({ UserPoolId, DeletionProtection: 'INACTIVE' }))
      await client.send(new DeleteUserPoolCommand({ UserPoolId }))
      return 'deleted'
    },
  }
}
