import { describe, expect, inject, test } from 'vitest'
import { openAccount } from '../../lambda/runtime/account.ts'
import { statementsOf } from '../../lambda/runtime/deployed-functions.ts'
import { isAllowed, listed, type Right, type Statement } from '../../lambda/runtime/policy.ts'
import { all, everything } from './assembly.ts'

const { resources, resolve } = openAccount(inject('assembly'), { names: {}, origins: {} })
const [table] = all('AWS::DynamoDB::GlobalTable')
const tableArn = String(resolve({ 'Fn::GetAtt': [table?.id, 'Arn'] }))

/** What every role of the stack may do, by its name without what CDK adds to it: "ForPortal". */
const roles = new Map(
  all('AWS::IAM::Role').map(({ id }) => [
    id.replace(/(?:Service)?Role.*$/, ''),
    resolve(statementsOf(resources, id)) as readonly Statement[],
  ]),
)
const everyStatement = [...roles].flatMap(([role, statements]) => statements.map((statement) => ({ role, statement })))

/** What stays for ever, by an example of each kind's key. */
const ENTRIES = [
  'entry:["shop-1","o-1"]',
  'redemption:r-1',
  'reversal:r-1',
  'actual:["parcel-line","i-1"]',
  'true-up:t-1',
]

const about = (action: string, key: string): Right => ({
  ...{ action: `dynamodb:${action}`, resource: tableArn },
  about: { 'dynamodb:LeadingKeys': [key] },
})

/** The roles that may do something to an item. */
const whoMay = (action: string, key: string) =>
  [...roles].filter(([, statements]) => isAllowed(statements, about(action, key))).map(([role]) => role)

describe('entries', () => {
  test.each(ENTRIES)('are deleted by nobody: %s', (key) => {
    for (const action of ['DeleteItem', 'BatchWriteItem', 'PartiQLDelete', 'PartiQLUpdate', 'PartiQLInsert']) {
      expect([action, ...whoMay(action, key)]).toEqual([action])
    }
  })

  // A refund marks its purchase, and a match what was charged; whatever else changes is the erasure's, which is the portal's.
  test('are changed by the erasure of a person, and by what marks a purchase or a charge', () => {
    expect(Object.fromEntries(ENTRIES.map((key) => [key.split(':')[0], whoMay('UpdateItem', key)]))).toEqual({
      entry: ['ForPortal', 'ForIntake'],
      redemption: ['ForPortal'],
      reversal: ['ForPortal'],
      actual: ['ForIntake', 'ForFinance'],
      'true-up': ['ForPortal'],
    })
  })

  test('are written by those who take them in', () => {
    expect(Object.fromEntries(ENTRIES.map((key) => [key.split(':')[0], whoMay('PutItem', key)]))).toEqual({
      entry: ['ForPortal', 'ForIntake'],
      redemption: ['ForDesk'],
      reversal: ['ForDesk'],
      actual: ['ForIntake', 'ForFinance'],
      'true-up': ['ForIntake', 'ForDesk', 'ForFinance'],
    })
  })
})

describe('every role', () => {
  test('may do nothing to the table itself, nor anything to all items at once', () => {
    for (const action of ['DeleteTable', 'UpdateTable', 'UpdateContinuousBackups', 'UpdateTimeToLive', 'TagResource']) {
      expect(whoMay(action, '')).toEqual([])
    }
  })

  test('names what it may do: no action has a wildcard', () => {
    const wide = everyStatement.filter(({ statement }) => listed(statement.Action).some((one) => one.includes('*')))
    expect(wide).toEqual([])
  })

  /** What has no name of its own, each with its reason. */
  const NAMELESS: Readonly<Record<string, string>> = {
    'cloudwatch:DescribeAlarms': 'It lists alarms, and takes no name of one: roll-outs look whether to go back.',
  }

  test('names what it may do it to: no resource is everything, but for those that have no name', () => {
    const wide = everyStatement.filter(
      ({ statement }) => statement.Effect === 'Allow' && listed(statement.Resource).includes('*'),
    )
    expect(wide.flatMap(({ statement }) => listed(statement.Action)).filter((one) => !(one in NAMELESS))).toEqual([])
  })

  test('has folders for what is not known beforehand: a wildcard is only the end of an address', () => {
    const arns = everyStatement.flatMap(({ statement }) => listed(statement.Resource)).filter((arn) => arn !== '*')
    expect(arns.filter((arn) => !/^[^*?]+(?:\/\*|:\*)?$/.test(arn))).toEqual([])
  })

  /** Rights that are kept by AWS, each with its reason. */
  const MANAGED: Readonly<Record<string, string>> = {
    AWSBackupServiceRolePolicyForBackup: 'What AWS Backup needs to copy a table changes with AWS Backup.',
  }

  test('has its own policies, and none that somebody else may change, but for what AWS runs itself', () => {
    const managed = all('AWS::IAM::Role').flatMap(({ Properties }) => Properties.ManagedPolicyArns ?? [])
    const names = managed.map((arn) => String(resolve(arn)).split('/').at(-1) ?? '')
    expect(names.filter((name) => !(name in MANAGED))).toEqual([])
  })

  test('is taken on by one service, and by nobody in another account', () => {
    for (const { Properties } of all('AWS::IAM::Role')) {
      const { Statement } = Properties.AssumeRolePolicyDocument as {
        readonly Statement: readonly { Principal: object }[]
      }
      for (const { Principal } of Statement) expect(Principal).toEqual({ Service: expect.stringMatching(/^[a-z.]+$/) })
    }
  })
})

describe('what Lambda does in a function’s name', () => {
  const mappings = all('AWS::Lambda::EventSourceMapping').map(({ id, Properties }) => {
    const functionName = String(resolve(Properties.FunctionName)).split(':')[0] ?? ''
    const role = resources[functionName]?.Properties.Role as { readonly 'Fn::GetAtt': readonly [string, string] }
    const statements = resolve(statementsOf(resources, role['Fn::GetAtt'][0])) as readonly Statement[]
    const { DestinationConfig } = Properties as { DestinationConfig?: { OnFailure: { Destination: unknown } } }
    const giveUp = DestinationConfig && String(resolve(DestinationConfig.OnFailure.Destination))
    return { id, statements, source: String(resolve(Properties.EventSourceArn)), giveUp }
  })

  test.each(mappings)('is allowed: reading what it brings, and putting down what was given up: $id', (mapping) => {
    const { statements, source, giveUp } = mapping
    const reading = source.includes(':sqs:')
      ? ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']
      : ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((name) => `dynamodb:${name}`)
    const rights = reading.map((action) => ({ action, resource: source }))
    if (giveUp) rights.push({ action: 'sqs:SendMessage', resource: giveUp })
    expect(rights.filter((right) => !isAllowed(statements, right))).toEqual([])
  })
})

test('custom resources, whose functions do what nobody tested, are none', () => {
  const own = everything().filter(
    ({ Type }) => Type.startsWith('Custom::') || Type === 'AWS::CloudFormation::CustomResource',
  )
  expect(own.map(({ id }) => id)).toEqual([])
})
