import { expect, test } from 'vitest'
import { resourcesOf, synthesized } from './template.ts'

interface Statement {
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Condition?: { readonly 'ForAllValues:StringLike'?: { readonly 'dynamodb:LeadingKeys': readonly string[] } }
}

const template = synthesized()

/** Rights on the database by audience: each role's own policies, none managed elsewhere. */
const rights = new Map(
  resourcesOf(template, 'AWS::IAM::Policy').map(({ id, Properties }) => {
    const { Statement } = Properties.PolicyDocument as { Statement: readonly Statement[] }
    return [id.replace(/Role.*/, ''), Statement.filter((statement) => actionsOf(statement).some(isOnDatabase))] as const
  }),
)

const READING = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query']
const FOLLOWING = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((name) => `dynamodb:${name}`)
const ADDING = ['dynamodb:ConditionCheckItem', 'dynamodb:PutItem']
const WRITING = ['dynamodb:ConditionCheckItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']

test('only finance, the studio for its forecasts, and who turns months go through everything', () => {
  const scanning = [...rights].filter(([, statements]) => statements.flatMap(actionsOf).includes('dynamodb:Scan'))
  expect(scanning.map(([audience]) => audience)).toEqual(['ForStudio', 'ForFinance', 'TierChangesTurner'])
})

test.each([
  ['Intake', ['entry:*', 'member:*', 'email:*', 'refusals*', 'actual:*', 'true-up:*', 'costs:*']],
  ['Desk', ['redemption:*', 'reversal:*', 'order:*', 'member:*', 'costs:*', 'true-up:*']],
])('the %s writes what it takes in, and cannot publish an edition', (audience, kinds) => {
  const statements = rights.get(`For${audience}`) ?? []
  const writing = statements.filter((statement) => actionsOf(statement).some(isWriting))
  expect(writing.flatMap(actionsOf).toSorted()).toEqual(WRITING)
  expect(writing.map(keysOf)).toEqual([kinds, kinds.filter((kind) => !FINAL.includes(kind))])
})

/** Entries that are put down once, and never changed but by an erasure. */
const FINAL = ['redemption:*', 'reversal:*', 'true-up:*']

const STUDIOS = ['editions', 'editions-head', 'costs', 'cost-sheet', 'studio-log', 'drafts', 'impacts*']

test('the studio goes through everything for its forecasts, and writes drafts, publications and those alone', () => {
  const statements = rights.get('ForStudio') ?? []
  expect(statements.flatMap(actionsOf).toSorted()).toEqual([...READING, ...WRITING, 'dynamodb:Scan'].toSorted())
  const writing = statements.filter((statement) => actionsOf(statement).some((action) => WRITING.includes(action)))
  expect(writing.map((statement) => [actionsOf(statement).toSorted(), keysOf(statement)])).toEqual([
    [ADDING, STUDIOS],
    [['dynamodb:UpdateItem'], STUDIOS],
  ])
})

test('the Portal writes who signs in, and for the erasure of a person what bears their name', () => {
  const own = (rights.get('ForPortal') ?? []).map((statement) => [actionsOf(statement), keysOf(statement)] as const)
  expect(own.filter(([, keys]) => keys)).toEqual([
    [expect.arrayContaining(ADDING), ['entry:*', 'member:*', 'email:*', 'card:*']],
    [['dynamodb:UpdateItem'], ['entry:*', 'member:*', 'email:*', 'card:*']],
    [['dynamodb:UpdateItem'], ['redemption:*', 'reversal:*', 'true-up:*']],
    [expect.arrayContaining(['dynamodb:PutItem', 'dynamodb:UpdateItem']), ['order:*']],
    [['dynamodb:DeleteItem'], ['member:*', 'email:*', 'card:*', 'order:*', 'refusals*']],
  ])
})

test('finance writes what invoices bring, closings, costs and a line of the log, and nothing that a shop or a member said', () => {
  const writing = (rights.get('ForFinance') ?? []).filter((statement) => actionsOf(statement).some(isWriting))
  const rest = ['editions', 'editions-head', 'costs', 'cost-sheet', 'studio-log', 'closings', 'last-closed']
  expect(writing.map(keysOf)).toEqual([
    ['actual:*', 'true-up:*', 'costs:*', ...rest],
    ['actual:*', 'costs:*', ...rest],
  ])
})

test.each(['ForIntake', 'ForFinance'])(
  '%s proves that a use was not taken back, and cannot take it back',
  (audience) => {
    const aboutReversals = (rights.get(audience) ?? []).filter((statement) => keysOf(statement)?.includes('reversal:*'))
    expect(aboutReversals.flatMap(actionsOf)).toEqual(['dynamodb:ConditionCheckItem'])
  },
)

test('the publisher reads editions, and nothing of any member', () => {
  const statements = rights.get('PublishingPublisher') ?? []
  expect(statements.flatMap(actionsOf).toSorted()).toEqual(['dynamodb:GetItem', 'dynamodb:Query'])
  expect(statements.map(keysOf)).toEqual([['editions']])
})

test('nobody but the studio can have pages rendered', () => {
  const invoking = resourcesOf(template, 'AWS::IAM::Policy').filter(({ Properties }) =>
    JSON.stringify(Properties.PolicyDocument).includes('lambda:InvokeFunction'),
  )
  expect(invoking.map(({ id }) => id.replace(/Role.*/, ''))).toEqual(['ForStudio'])
})

test.each([
  ['TierChangesFollower', ['editions']],
  ['TierChangesTurner', ['editions', 'member:*']],
])('%s reads no more than it tells of, and writes nothing', (herald, kinds) => {
  const statements = rights.get(herald) ?? []
  expect(statements.filter((statement) => keysOf(statement)).map(keysOf)).toEqual([kinds])
  expect(statements.flatMap(actionsOf).filter((action) => WRITING.includes(action))).toEqual([])
})

test('only the portal deletes anything, and nobody an entry', () => {
  const deleting = [...rights].filter(([, statements]) => statements.flatMap(actionsOf).includes('dynamodb:DeleteItem'))
  expect(deleting.map(([audience]) => audience)).toEqual(['ForPortal'])
})

test('nobody may change the table or do whatever they like', () => {
  const onDatabase = [...rights].filter(([, statements]) => statements.length > 0)
  expect(onDatabase.map(([room]) => room).toSorted()).toEqual(
    [
      'AnalyticsKeeper',
      'ForDesk',
      'ForFinance',
      'ForIntake',
      'ForPortal',
      'ForStudio',
      'PublishingPublisher',
      'TierChangesFollower',
      'TierChangesTurner',
    ].toSorted(),
  )
  const known = [...READING, ...WRITING, ...FOLLOWING, 'dynamodb:Scan', 'dynamodb:DeleteItem']
  expect([...rights.values()].flat().flatMap(actionsOf)).toSatisfy((all: string[]) =>
    all.every((a) => known.includes(a)),
  )
})

test('only the keeper of files and who tells of tiers read the stream', () => {
  const following = [...rights].filter(([, statements]) =>
    statements.flatMap(actionsOf).some((one) => FOLLOWING.includes(one)),
  )
  expect(following.map(([room]) => room)).toEqual(['AnalyticsKeeper', 'TierChangesFollower'])
})

/** Roles that AWS's own services act in, by what AWS keeps in step with those services. */
const ROLES_OF_SERVICES = ['AWSBackupServiceRolePolicyForBackup', 'AWSCodeDeployRoleForLambdaLimited']

test('no function has a policy from elsewhere', () => {
  for (const { id, Properties } of resourcesOf(template, 'AWS::IAM::Role')) {
    const foreign = JSON.stringify(Properties.ManagedPolicyArns ?? [])
    if (!ROLES_OF_SERVICES.some((name) => foreign.includes(name))) expect([id, foreign]).toEqual([id, '[]'])
    else expect(JSON.stringify(Properties.AssumeRolePolicyDocument)).not.toContain('lambda.amazonaws.com')
  }
})

function actionsOf({ Action }: Statement): readonly string[] {
  return typeof Action === 'string' ? [Action] : Action
}

/** Conditions are asked by whoever writes; alone they change nothing. */
const isWriting = (action: string) => action === 'dynamodb:PutItem' || action === 'dynamodb:UpdateItem'

const keysOf = ({ Condition }: Statement) => Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']

function isOnDatabase(action: string): boolean {
  return action === '*' || action.startsWith('dynamodb:')
}
