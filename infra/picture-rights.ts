import { Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3'
import type { RoomFunction } from './room-function.ts'

/** Where pictures are kept until they are published (`functions/studio/s3-pictures.ts`): the distribution serves none of it. */
const PICTURES = 'pictures/*'

/** Puts pictures down and shows them to those who write and approve. */
export function mayKeepPictures(studio: RoomFunction, pages: Bucket): void {
  grant(studio, pages, 's3:PutObject', 's3:GetObject')
  // Without the right to list, S3 says of a picture that is not there that it is not allowed.
  const conditions = { StringLike: { 's3:prefix': PICTURES } }
  studio.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [pages.bucketArn], conditions }))
}

/** Takes those that an edition uses into its site. */
export const mayReadPictures = (publisher: RoomFunction, pages: Bucket): void => grant(publisher, pages, 's3:GetObject')

function grant(holder: RoomFunction, pages: Bucket, ...actions: readonly string[]): void {
  const resources = [pages.arnForObjects(PICTURES)]
  holder.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources }))
  const bucket = Stack.of(holder).getLogicalId(pages.node.defaultChild as CfnBucket)
  const id = `AwsSolutions-IAM5[Resource::<${bucket}.Arn>/${PICTURES}]`
  const reason = 'The names of pictures are not known beforehand; their folder is.'
  Validations.of(holder.node.scope ?? holder).acknowledge({ id, reason })
}
