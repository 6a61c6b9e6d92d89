import { describe, expect, test } from 'vitest'
import { all, everything, type Found } from './assembly.ts'

/** What cannot be had back once it is gone. */
const KEPT = [
  ...['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::Cognito::UserPool'],
  ...['AWS::SecretsManager::Secret', 'AWS::Backup::BackupVault'],
]

/** Also what only a deployment that failed takes back, as it has nothing in it. */
const RETAINS = /^Retain(?:ExceptOnCreate)?$/

const propertiesOf = ({ id, Properties }: Found) => ({ id, ...Properties })

/** The statements of the policies of something, by the logical id that they are attached to. */
const policiesOf = (type: string, attached: string) =>
  new Map(
    all(type).flatMap(({ Properties }) => {
      const { PolicyDocument } = Properties as { readonly PolicyDocument: { readonly Statement: readonly object[] } }
      return ([Properties[attached]].flat() as { readonly Ref: string }[]).map(({ Ref }) => [
        Ref,
        PolicyDocument.Statement,
      ])
    }) as [string, readonly object[]][],
  )

const refusesWithoutTls = expect.objectContaining({
  Effect: 'Deny',
  Principal: expect.anything(),
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
})

describe('what cannot be had back', () => {
  test.each(all(...KEPT))('stays when the stack goes, and when something else takes its place: $id', (resource) => {
    expect(resource).toMatchObject({ DeletionPolicy: expect.stringMatching(RETAINS), UpdateReplacePolicy: 'Retain' })
  })

  test('is not deleted by mistake: neither the ledger nor those who sign in', () => {
    for (const { Properties } of all('AWS::DynamoDB::GlobalTable')) {
      for (const replica of Properties.Replicas as readonly object[]) {
        expect(replica).toMatchObject({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          SSESpecification: { KMSMasterKeyId: expect.anything() },
        })
      }
    }
    for (const pool of all('AWS::Cognito::UserPool'))
      expect(propertiesOf(pool)).toMatchObject({ DeletionProtection: 'ACTIVE' })
  })

  test('is all that is said to stay: whatever else holds data can be made anew', () => {
    const kept = everything().filter(({ DeletionPolicy = '' }) => RETAINS.test(DeletionPolicy))
    // Versions outlast a deployment, and go with their function.
    const known = [...KEPT, 'AWS::Cognito::UserPoolGroup', 'AWS::Lambda::Version']
    expect(kept.map(({ Type }) => Type).filter((type) => !known.includes(type))).toEqual([])
  })

  test('is copied by a plan, into a vault that is encrypted', () => {
    for (const vault of all('AWS::Backup::BackupVault')) {
      expect(propertiesOf(vault)).toMatchObject({ EncryptionKeyArn: expect.anything() })
    }
    const arns = all('AWS::DynamoDB::GlobalTable').map(({ id }) => ({ 'Fn::GetAtt': [id, 'Arn'] }))
    const selected = all('AWS::Backup::BackupSelection').map(({ Properties }) => Properties.BackupSelection)
    expect(selected).toEqual([expect.objectContaining({ Resources: arns })])
  })
})

describe('every bucket', () => {
  test.each(all('AWS::S3::Bucket'))('is private, encrypted and keeps what was there before: $id', (bucket) => {
    expect(propertiesOf(bucket)).toMatchObject({
      PublicAccessBlockConfiguration: {
        ...{ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
      },
      BucketEncryption: { ServerSideEncryptionConfiguration: expect.arrayContaining([expect.anything()]) },
      VersioningConfiguration: { Status: 'Enabled' },
    })
    expect(policiesOf('AWS::S3::BucketPolicy', 'Bucket').get(bucket.id)).toContainEqual(refusesWithoutTls)
  })
})

describe('every queue and topic', () => {
  test.each(all('AWS::SQS::Queue'))('is encrypted, and refuses whoever does not come by TLS: $id', (queue) => {
    const { SqsManagedSseEnabled, KmsMasterKeyId } = queue.Properties
    expect(SqsManagedSseEnabled ?? KmsMasterKeyId).toBeTruthy()
    expect(policiesOf('AWS::SQS::QueuePolicy', 'Queues').get(queue.id)).toContainEqual(refusesWithoutTls)
  })

  test.each(all('AWS::SNS::Topic'))('is encrypted, and refuses whoever does not come by TLS: $id', (topic) => {
    expect(topic.Properties.KmsMasterKeyId).toBeTruthy()
    expect(policiesOf('AWS::SNS::TopicPolicy', 'Topics').get(topic.id)).toContainEqual(refusesWithoutTls)
  })

  test.each(all('AWS::KMS::Key'))('has a key that is changed every year, unless it signs: $id', ({ Properties }) => {
    const isSigning = Properties.KeyUsage === 'SIGN_VERIFY'
    expect(Properties.EnableKeyRotation ?? false).toBe(!isSigning)
  })
})
