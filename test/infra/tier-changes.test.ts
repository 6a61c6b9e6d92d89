import { expect, test } from 'vitest'
import { resourcesOf, synthesized } from './template.ts'

const template = synthesized()
const one = (type: string, part: RegExp) => {
  const found = resourcesOf(template, type).filter(({ id }) => part.test(id))
  if (found.length !== 1 || !found[0]) throw new Error(`Expected one ${type} of ${part}, found ${found.length}.`)
  return found[0]
}
const actionsOf = (part: RegExp) => {
  const { Statement } = one('AWS::IAM::Policy', part).Properties.PolicyDocument as {
    Statement: { Action: string | string[]; Resource: unknown }[]
  }
  expect(JSON.stringify(Statement)).not.toContain('"*"')
  return new Set(Statement.flatMap(({ Action }) => Action))
}
const queue = (part: string) => one('AWS::SQS::Queue', new RegExp(`^TierChanges${part}[0-9A-F]{8}$`))

test('what is written to members alone is followed, and what cannot be told holds up nothing for ever and is not lost silently', () => {
  const { Properties } = one('AWS::Lambda::EventSourceMapping', /^TierChangesStream/)
  expect(Properties).toMatchObject({
    StartingPosition: 'TRIM_HORIZON',
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    BisectBatchOnFunctionError: true,
    MaximumRetryAttempts: 10,
    DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [queue('NotTold').id, 'Arn'] } } },
  })
  const { Filters } = Properties.FilterCriteria as { Filters: readonly { readonly Pattern: string }[] }
  expect(Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
    { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { pk: { S: [{ prefix: 'member:' }] } } } },
  ])
})

test('what is given up is still in the stream, which keeps a day, so that it can be told again', () => {
  const { MaximumRecordAgeInSeconds } = one('AWS::Lambda::EventSourceMapping', /^TierChangesStream/).Properties
  expect(MaximumRecordAgeInSeconds).toBeLessThanOrEqual(12 * 3600)
})

test('both images of an item are in the stream: a tier has changed only beside the one before', () => {
  const { Properties } = one('AWS::DynamoDB::GlobalTable', /./)
  expect(Properties.StreamSpecification).toEqual({ StreamViewType: 'NEW_AND_OLD_IMAGES' })
})

test('every hour is looked at, by the hour it was meant to be and not by when it came', () => {
  const { Target, ScheduleExpression } = one('AWS::Scheduler::Schedule', /^TierChanges/).Properties as {
    Target: { Arn: unknown; Input: string; DeadLetterConfig: unknown }
    ScheduleExpression: string
  }
  expect(ScheduleExpression).toBe('cron(2 * * * ? *)')
  expect(JSON.parse(Target.Input)).toEqual({ kind: 'hour', at: '<aws.scheduler.scheduled-time>' })
  expect(Target.Arn).toEqual({ 'Fn::GetAtt': [queue('Work').id, 'Arn'] })
  expect(Target.DeadLetterConfig).toEqual({ Arn: { 'Fn::GetAtt': [queue('NotDone').id, 'Arn'] } })
})

test('a part of the turn is hidden for six times as long as it may take, tried five times, and then put down', () => {
  const { Properties } = queue('Work')
  const turner = one('AWS::Lambda::Function', /^TierChangesTurner/)
  expect(Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * Number(turner.Properties.Timeout))
  expect(Properties.RedrivePolicy).toEqual({
    maxReceiveCount: 5,
    deadLetterTargetArn: { 'Fn::GetAtt': [queue('NotDone').id, 'Arn'] },
  })
  expect(one('AWS::Lambda::EventSourceMapping', /^TierChangesWorkToDo/).Properties).toMatchObject({
    BatchSize: 1,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: 4 },
  })
})

test.each(['NotTold', 'NotDone'])('%s keeps for two weeks what failed, encrypted', (part) => {
  expect(queue(part).Properties).toMatchObject({ MessageRetentionPeriod: 14 * 86_400, SqsManagedSseEnabled: true })
})

test('both are called by the alias that is in use', () => {
  for (const part of [/^TierChangesStream/, /^TierChangesWorkToDo/]) {
    const { FunctionName } = one('AWS::Lambda::EventSourceMapping', part).Properties
    expect(JSON.stringify(FunctionName)).toMatch(/TierChanges(Follower|Turner)Live/)
  }
})

const LOGS = ['logs:CreateLogStream', 'logs:PutLogEvents']
const KEY = ['kms:Decrypt', 'kms:DescribeKey']
const REMINDERS = ['scheduler:CreateSchedule', 'iam:PassRole']
const EDITIONS = ['dynamodb:GetItem', 'dynamodb:Query']

test('who follows the stream reads it and the editions, tells the bus, makes reminders, and nothing else', () => {
  const stream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((name) => `dynamodb:${name}`)
  const failing = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage']
  expect(actionsOf(/^TierChangesFollower/)).toEqual(
    new Set([...stream, ...EDITIONS, ...KEY, ...LOGS, ...failing, ...REMINDERS, 'events:PutEvents']),
  )
})

test('a reminder is made in one group alone, by a role that can put work into one queue and do nothing else', () => {
  const { Statement } = one('AWS::IAM::Policy', /^TierChangesFollower/).Properties.PolicyDocument as {
    Statement: { Action: string; Resource: unknown; Condition?: unknown }[]
  }
  const of = (action: string) => Statement.find(({ Action }) => Action === action)
  const role = one('AWS::IAM::Role', /^TierChangesReminders/)
  const group = one('AWS::Scheduler::ScheduleGroup', /^TierChanges/)
  expect(of('iam:PassRole')).toMatchObject({
    Resource: { 'Fn::GetAtt': [role.id, 'Arn'] },
    Condition: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
  })
  expect(JSON.stringify(of('scheduler:CreateSchedule')?.Resource)).toContain(`:schedule/${group.Properties.Name}/*`)
  const own = one('AWS::IAM::Policy', /^TierChangesReminders/).Properties.PolicyDocument
  expect(own).toMatchObject({
    Statement: [{ Action: 'sqs:SendMessage', Resource: { 'Fn::GetAtt': [queue('Work').id, 'Arn'] } }],
  })
})

test('who turns months goes through the ledger, takes its work, tells the bus, makes reminders, and nothing else', () => {
  const work = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes', 'SendMessage'].map((name) => `sqs:${name}`)
  expect(actionsOf(/^TierChangesTurner/)).toEqual(
    new Set(['dynamodb:Scan', ...EDITIONS, ...KEY, ...LOGS, ...work, ...REMINDERS, 'events:PutEvents']),
  )
})
