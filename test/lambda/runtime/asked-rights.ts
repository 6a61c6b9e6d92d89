import type { AwsRequest } from './aws-request.ts'
import { bucketRights } from './bucket-rights.ts'
import { databaseRights } from './database-rights.ts'
import type { Right } from './policy.ts'
import { ACCOUNT, REGION } from './template-resource.ts'

/** The rights that a request to AWS takes. Throws for a service that the tests know nothing of. */
export function askedRights(request: AwsRequest): readonly Right[] {
  switch (request.service) {
    case 'dynamodb':
      return databaseRights(request)
    case 's3':
      return bucketRights(request)
    case 'kms':
      return [{ action: `kms:${request.operation}`, resource: String(bodyOf(request).KeyId) }]
    case 'lambda':
      return [{ action: 'lambda:InvokeFunction', resource: request.path.split('/')[3] ?? '' }]
    case 'cloudfront-keyvaluestore':
      return [keyValueRight(request)]
    case 'sqs':
      // Whoever may send a message may send several at once.
      return [
        {
          action: `sqs:${request.operation.replace(/Batch$/, '')}`,
          resource: queueArn(String(bodyOf(request).QueueUrl)),
        },
      ]
    case 'events':
      return eventRights(request)
    case 'scheduler':
      return scheduleRights(request)
    default:
      throw new Error(`A function asks ${request.service}, which is new: say here what rights that takes.`)
  }
}

export const bodyOf = ({ body }: AwsRequest): Readonly<Record<string, unknown>> => JSON.parse(body.toString() || '{}')

/** `/key-value-stores/<arn>` is the store, `/key-value-stores/<arn>/keys/<key>` a value in it. */
function keyValueRight({ method, path }: AwsRequest): Right {
  const [, resource = '', keys] = /^\/key-value-stores\/(.+?)(\/keys(?:\/.*)?)?$/.exec(path) ?? []
  const ofKey = { GET: 'GetKey', PUT: 'PutKey', DELETE: 'DeleteKey' }[method]
  return { action: `cloudfront-keyvaluestore:${keys === undefined ? 'DescribeKeyValueStore' : ofKey}`, resource }
}

/** Whoever makes a schedule hands it a role, which is a right of its own. */
function scheduleRights(request: AwsRequest): readonly Right[] {
  const [, name] = /^\/schedules\/(\w+)$/.exec(request.path) ?? []
  if (request.method !== 'POST' || name === undefined) {
    throw new Error(
      `A function asks the scheduler for ${request.method} ${request.path}, which is new: say here what that takes.`,
    )
  }
  const { GroupName, Target } = bodyOf(request) as { readonly GroupName: string; readonly Target: { RoleArn: string } }
  return [
    {
      action: 'scheduler:CreateSchedule',
      resource: `arn:aws:scheduler:${REGION}:${ACCOUNT}:schedule/${GroupName}/${name}`,
    },
    {
      ...{ action: 'iam:PassRole', resource: Target.RoleArn },
      about: { 'iam:PassedToService': ['scheduler.amazonaws.com'] },
    },
  ]
}

const queueArn = (url: string): string => `arn:aws:sqs:${REGION}:${ACCOUNT}:${url.slice(url.lastIndexOf('/') + 1)}`

interface Entry {
  readonly EventBusName?: string
  readonly Source: string
  readonly DetailType: string
}

/** An event that names no bus goes to the account's own. */
function eventRights(request: AwsRequest): readonly Right[] {
  return (bodyOf(request).Entries as readonly Entry[]).map(({ EventBusName = 'default', Source, DetailType }) => ({
    action: `events:${request.operation}`,
    resource: EventBusName.startsWith('arn:')
      ? EventBusName
      : `arn:aws:events:${REGION}:${ACCOUNT}:event-bus/${EventBusName}`,
    about: { 'events:source': [Source], 'events:detail-type': [DetailType] },
  }))
}
