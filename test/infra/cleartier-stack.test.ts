import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tableSchema } from '#ledger/table.ts'
import { onlyOne, type Resource, resourcesOf, synthesized } from './template.ts'

const template = synthesized()
const one = (type: string) => onlyOne(template, type)

test('the table has the shape the ledger was built for', () => {
  const { Properties } = one('AWS::DynamoDB::GlobalTable')
  const byName = (one: { AttributeName: string }, other: { AttributeName: string }) =>
    one.AttributeName < other.AttributeName ? -1 : 1
  expect((Properties.AttributeDefinitions as { AttributeName: string }[]).toSorted(byName)).toEqual(
    tableSchema.AttributeDefinitions.toSorted(byName),
  )
  expect(Properties).toMatchObject({
    KeySchema: tableSchema.KeySchema,
    GlobalSecondaryIndexes: tableSchema.GlobalSecondaryIndexes,
    BillingMode: tableSchema.BillingMode,
    StreamSpecification: { StreamViewType: tableSchema.StreamSpecification.StreamViewType },
  })
})

test('the table outlives mistakes: not deleted by hand, with the stack, or beyond the last 35 days', () => {
  const table = one('AWS::DynamoDB::GlobalTable')
  expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
  expect(table.Properties.Replicas).toMatchObject([
    {
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    },
  ])
})

test('the API takes so many requests a second as the stage says, and for a moment twice as many', () => {
  const { DefaultRouteSettings } = onlyOne(
    synthesized({ requestsPerSecond: 40 }),
    'AWS::ApiGatewayV2::Stage',
  ).Properties
  expect(DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 40, ThrottlingBurstLimit: 80 })
})

const ROOMS = ['portal', 'intake', 'desk', 'studio', 'finance', 'publisher', 'analytics']

test('every function ends in time, on the pinned Node, and writes a log that is not kept for ever', () => {
  const functions = resourcesOf(template, 'AWS::Lambda::Function')
  expect(functions.length).toBeGreaterThan(ROOMS.length)
  for (const { id, Properties } of functions) {
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      LoggingConfig: { LogGroup: { Ref: expect.any(String) } },
    })
    // Whoever asks the API waits for 30 seconds and no longer.
    expect(Properties.Timeout).toBeLessThanOrEqual(id.startsWith('For') ? 29 : 300)
  }
  for (const { Properties } of resourcesOf(template, 'AWS::Logs::LogGroup')) {
    expect(Properties.RetentionInDays).toEqual(expect.any(Number))
  }
})

test('every function is given the settings that its entry asks for', () => {
  const functions = resourcesOf(template, 'AWS::Lambda::Function')
  for (const room of ROOMS) {
    const entry = readFileSync(new URL(`../../functions/${room}/lambda.ts`, import.meta.url), 'utf8')
    const asked = [...entry.matchAll(/'([A-Z]+(?:_[A-Z]+)+|ISSUER|ORIGIN)'/g)].map(([, name = '']) => name)
    expect(asked.length).toBeGreaterThan(1)
    const given = functions.find(({ id }) => id.toLowerCase().includes(room))?.Properties.Environment ?? {}
    expect(given).toHaveProperty('Variables', expect.objectContaining(anything(asked)))
  }
})

test('secrets stand in the template as references only', () => {
  const text = JSON.stringify(
    resourcesOf(template, 'AWS::Lambda::Function').map(({ Properties }) => Properties.Environment),
  )
  for (const name of ['COOKIE_KEY', 'EMAIL_KEY', 'PSEUDONYM_KEY', 'FRONT_DOOR_KEY']) {
    expect(text).toContain(`"${name}":{"Fn::Join":["",["{{resolve:secretsmanager:"`)
  }
})

test('which other sites may ask for a quote the stage says, and none may unless it is named', () => {
  const allowed = (offerOrigins: readonly string[]) =>
    resourcesOf(synthesized({ offerOrigins }), 'AWS::Lambda::Function').find(({ id }) => id.includes('Portal'))
  const toldOf = (origins: string) => ({ Properties: { Environment: { Variables: { OFFER_ORIGINS: origins } } } })
  expect(allowed([])).toMatchObject(toldOf(''))
  expect(allowed(['https://a.example', 'https://b.example'])).toMatchObject(
    toldOf('https://a.example https://b.example'),
  )
})

test('each audience is reached by its own paths', () => {
  const keys = resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties.RouteKey)
  expect(keys.toSorted()).toEqual([
    'ANY /api/v1/cards/{proxy+}',
    'ANY /api/v1/events',
    'ANY /api/v1/finance/{proxy+}',
    'ANY /api/v1/members/{proxy+}',
    'ANY /api/v1/redemptions/{proxy+}',
    'ANY /api/v1/refusals',
    'ANY /api/v1/refusals/{proxy+}',
    'ANY /api/v1/studio/{proxy+}',
    'ANY /api/v1/till',
    'ANY /api/v1/{proxy+}',
    'ANY /auth/{proxy+}',
  ])
})

test('every bucket is private, and refuses whoever does not come by TLS', () => {
  const all = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true }
  for (const { Properties } of resourcesOf(template, 'AWS::S3::Bucket'))
    expect(Properties.PublicAccessBlockConfiguration).toEqual(all)
  const policies = resourcesOf(template, 'AWS::S3::BucketPolicy').map(
    ({ Properties }) => Properties.PolicyDocument as { Statement: { Effect: string }[] },
  )
  expect(policies).toHaveLength(resourcesOf(template, 'AWS::S3::Bucket').length)
  const insecure = { Bool: { 'aws:SecureTransport': 'false' } }
  for (const { Statement } of policies)
    expect(Statement).toContainEqual(expect.objectContaining({ Effect: 'Deny', Condition: insecure }))
  const allowed = policies.flatMap(({ Statement }) => Statement).filter(({ Effect }) => Effect === 'Allow')
  expect(allowed).toMatchObject([
    { Action: ['s3:GetObject', 's3:ListBucket'], Principal: { Service: 'cloudfront.amazonaws.com' } },
  ])
})

test('only the publisher may say which site is served, on that store alone, and only it may put pages down; the studio puts down pictures alone', () => {
  const pointer = { 'Fn::GetAtt': [one('AWS::CloudFront::KeyValueStore').id, 'Arn'] }
  const policies = resourcesOf(template, 'AWS::IAM::Policy').map(({ id, Properties }) => ({
    id,
    statements: (Properties.PolicyDocument as { Statement: { Action: string | string[]; Resource: unknown }[] })
      .Statement,
  }))
  const having = (prefix: string) =>
    policies.flatMap(({ id, statements }) =>
      statements
        .filter(({ Action }) => [Action].flat().some((action) => action.startsWith(prefix)))
        .map(({ Action, Resource }) => ({ id, actions: [Action].flat(), Resource })),
    )
  const publisher = expect.stringContaining('Publisher')
  const actions = ['DescribeKeyValueStore', 'GetKey', 'PutKey'].map((action) => `cloudfront-keyvaluestore:${action}`)
  expect(having('cloudfront')).toEqual([{ id: publisher, actions, Resource: pointer }])
  const isArchive = ({ Resource }: { Resource: unknown }) => JSON.stringify(Resource).includes('Archive')
  const archive = having('s3:').filter(isArchive)
  const pages = having('s3:').filter(({ id }) => /Publisher|Studio/.test(id))
  const bucket = { 'Fn::GetAtt': [expect.stringMatching(/^SitePages/), 'Arn'] }
  const within = (folder: string) => ({ 'Fn::Join': ['', [bucket, `/${folder}/*`]] })
  const studio = expect.stringContaining('Studio')
  expect(pages).toEqual([
    {
      id: publisher,
      actions: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject'],
      Resource: [within('sites'), within('shared')],
    },
    { id: publisher, actions: ['s3:ListBucket'], Resource: bucket },
    { id: publisher, actions: ['s3:GetObject'], Resource: within('pictures') },
    { id: studio, actions: ['s3:PutObject', 's3:GetObject'], Resource: within('pictures') },
    { id: studio, actions: ['s3:ListBucket'], Resource: bucket },
  ])
  expect(archive.map(({ id, actions }) => [/Portal|Finance/.exec(id)?.[0], ...actions])).toEqual([
    ['Portal', 's3:GetObject'],
    ['Portal', 's3:ListBucket'],
    ['Finance', 's3:GetObject'],
    ['Finance', 's3:ListBucket'],
    ['Finance', 's3:PutObject'],
  ])
})

test('nothing has a physical name, so that two stages fit into one account', () => {
  const named = ['TableName', 'BucketName', 'FunctionName', 'RoleName', 'LogGroupName', 'SecretName', 'PolicyName']
  for (const [id, { Type, Properties }] of Object.entries(template.toJSON().Resources as Record<string, Resource>)) {
    const given = named.filter((name) => typeof Properties?.[name] === 'string')
    // An inline policy has to have a name, which only its role knows.
    if (Type !== 'AWS::IAM::Policy') expect([id, given]).toEqual([id, []])
  }
})

const anything = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, expect.anything()]))
