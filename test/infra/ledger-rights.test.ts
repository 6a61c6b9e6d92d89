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
const WRITING = ['dynamodb:ConditionCheckItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']

test('finance goes through everything and cannot write', () => {
  expect(rights.get('ForFinance')?.flatMap(actionsOf).toSorted()).toEqual([...READING, 'dynamodb:Scan'])
})

test.each([
  ['Portal', ['entry:*', 'member:*', 'email:*', 'card:*']],
  ['Intake', ['entry:*', 'member:*', 'email:*', 'refusals*']],
  ['Desk', ['redemption:*', 'reversal:*', 'order:*', 'member:*', 'costs:*']],
])('the %s writes what it takes in, and cannot publish an edition', (audience, kinds) => {
  const statements = rights.get(`For${audience}`) ?? []
  const writing = statements.filter((statement) => actionsOf(statement).some((action) => !READING.includes(action)))
  expect(writing.flatMap(actionsOf).toSorted()).toEqual(WRITING)
  expect(writing.map(keysOf)).toEqual([kinds])
})

const STUDIOS = ['editions', 'editions-head', 'costs', 'drafts', 'studio-log', 'impacts*']

test('the studio goes through everything for its forecasts, and writes drafts, publications and those alone', () => {
  const statements = rights.get('ForStudio') ?? []
  expect(statements.flatMap(actionsOf).toSorted()).toEqual([...READING, ...WRITING, 'dynamodb:Scan'].toSorted())
  const writing = statements.filter((statement) => actionsOf(statement).some((action) => WRITING.includes(action)))
  expect(writing.map((statement) => [actionsOf(statement).toSorted(), keysOf(statement)])).toEqual([[WRITING, STUDIOS]])
})

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

test('nobody may delete from the ledger, change the table or do whatever they like', () => {
  expect([...rights.keys()].toSorted()).toEqual(
    ['ForDesk', 'ForFinance', 'ForIntake', 'ForPortal', 'ForStudio', 'PublishingPublisher'].toSorted(),
  )
  const known = [...READING, ...WRITING, 'dynamodb:Scan']
  expect([...rights.values()].flat().flatMap(actionsOf)).toSatisfy((all: string[]) =>
    all.every((a) => known.includes(a)),
  )
})

test('no role has a policy from elsewhere', () => {
  for (const { Properties } of resourcesOf(template, 'AWS::IAM::Role')) {
    expect(Properties.ManagedPolicyArns).toBeUndefined()
  }
})

function actionsOf({ Action }: Statement): readonly string[] {
  return typeof Action === 'string' ? [Action] : Action
}

const keysOf = ({ Condition }: Statement) => Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']

function isOnDatabase(action: string): boolean {
  return action === '*' || action.startsWith('dynamodb:')
}
