import { expect, test } from 'vitest'
import { entryColumns } from '#analytics/entry-columns.ts'
import { resourcesOf, synthesized } from './template.ts'

const template = synthesized()
const one = (type: string, part: string) => {
  const found = resourcesOf(template, type).filter(({ id }) => id.includes(part))
  if (found.length !== 1 || !found[0]) throw new Error(`Expected one ${type} of ${part}, found ${found.length}.`)
  return found[0]
}

const TYPES = { text: 'string', whole: 'bigint', money: 'bigint', instant: 'timestamp' }

test('the table that is asked has the columns of the files', () => {
  const { TableInput } = one('AWS::Glue::Table', 'Entries').Properties as {
    TableInput: { StorageDescriptor: { Columns: object[] }; PartitionKeys: object[]; Name: string }
  }
  const columns = entryColumns({ pseudonym: String, monthOf: Number })
  expect(TableInput.StorageDescriptor.Columns).toEqual(
    columns.map(({ name, kind }) => ({ Name: name, Type: TYPES[kind] })),
  )
  expect(TableInput).toMatchObject({ Name: 'entries', PartitionKeys: [{ Name: 'period', Type: 'string' }] })
})

test('its months are worked out from their names', () => {
  const { TableInput } = one('AWS::Glue::Table', 'Entries').Properties as { TableInput: { Parameters: object } }
  expect(TableInput.Parameters).toMatchObject({
    'projection.enabled': 'true',
    'projection.period.format': 'yyyy-MM',
    'projection.period.interval.unit': 'MONTHS',
  })
  expect(JSON.stringify(TableInput.Parameters)).toContain('period=$' + '{period}/')
})

test('the stream is read from its beginning, and what cannot be kept holds up nothing for ever and is not lost silently', () => {
  const { Properties } = one('AWS::Lambda::EventSourceMapping', 'Analytics')
  expect(Properties).toMatchObject({
    StartingPosition: 'TRIM_HORIZON',
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    BisectBatchOnFunctionError: true,
    MaximumRetryAttempts: 10,
    DestinationConfig: { OnFailure: { Destination: expect.anything() } },
  })
})

test('the files are private, and refuse whoever does not come by TLS', () => {
  const bucket = one('AWS::S3::Bucket', 'Analytics')
  const all = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true }
  expect(bucket).toMatchObject({ DeletionPolicy: 'Retain', Properties: { PublicAccessBlockConfiguration: all } })
  const { Statement } = one('AWS::S3::BucketPolicy', 'Analytics').Properties.PolicyDocument as { Statement: object[] }
  expect(Statement).toMatchObject([{ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }])
})

test('who keeps them may read the stream and the editions, put files down, and nothing else', () => {
  const { Statement } = one('AWS::IAM::Policy', 'Keeper').Properties.PolicyDocument as {
    Statement: { Action: string | string[]; Resource: unknown }[]
  }
  const actions = Statement.flatMap(({ Action }) => Action)
  expect(actions.toSorted()).toEqual([
    ...['dynamodb:DescribeStream', 'dynamodb:GetItem', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
    ...[
      'dynamodb:ListStreams',
      'dynamodb:Query',
      'kms:Decrypt',
      'kms:DescribeKey',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:PutObject',
    ],
    ...['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'],
  ])
  expect(JSON.stringify(Statement)).not.toContain('"*"')
})

test('what was asked does not keep the stack from being taken away', () => {
  expect(one('AWS::Athena::WorkGroup', 'Questions').Properties.RecursiveDeleteOption).toBe(true)
})

test('answers are encrypted, whatever whoever asks would like', () => {
  expect(one('AWS::Athena::WorkGroup', 'Questions').Properties.WorkGroupConfiguration).toMatchObject({
    EnforceWorkGroupConfiguration: true,
    ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_S3' } },
  })
})
