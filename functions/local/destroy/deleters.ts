import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { KMSClient } from '@aws-sdk/client-kms'
import { S3Client } from '@aws-sdk/client-s3'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { connect } from '#ledger/client.ts'
import { bucketDeleter } from './delete-bucket.ts'
import type { Deleter } from './delete-kept.ts'
import { keyDeleter } from './delete-key.ts'
import { secretDeleter } from './delete-secret.ts'
import { tableDeleter } from './delete-table.ts'
import { userPoolDeleter } from './delete-user-pool.ts'

/** How each kind of thing is deleted that a stage keeps in a region. Backups are not among them: their vault forbids it. */
export function deletersIn(
  region: string,
  { tell, sleep }: { readonly tell: (line: string) => void; readonly sleep: (ms: number) => Promise<void> },
): Readonly<Record<string, Deleter>> {
  return {
    'AWS::DynamoDB::GlobalTable': tableDeleter(connect({ region }), sleep),
    'AWS::S3::Bucket': bucketDeleter(new S3Client({ region }), tell),
    'AWS::Cognito::UserPool': userPoolDeleter(new CognitoIdentityProviderClient({ region })),
    'AWS::SecretsManager::Secret': secretDeleter(new SecretsManagerClient({ region })),
    'AWS::KMS::Key': keyDeleter(new KMSClient({ region })),
  }
}
