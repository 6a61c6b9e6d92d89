import { describe, expect, test } from 'vitest'
import { gatewayRoutes } from '../../lambda/runtime/gateway-routes.ts'
import { all, type Found, templates } from './assembly.ts'

const functions = all('AWS::Lambda::Function')
const nameOf = ({ Metadata = {} }: Found) => String(Metadata['aws:cdk:path']).split('/').at(-2) ?? ''
const resources = Object.assign({}, ...templates().map(({ Resources }) => Resources)) as (typeof functions)[number][] &
  Readonly<Record<string, Found>>
const aliases = new Map(
  all('AWS::Lambda::Alias').map(({ id, Properties }) => [id, (Properties.FunctionName as { Ref: string }).Ref]),
)

describe('every function', () => {
  test.each(functions)('runs on the pinned Node, ends in time, and its log is not kept for ever: $id', (one) => {
    expect(one.Properties).toMatchObject({
      ...{ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' },
      ...{ Timeout: expect.any(Number), MemorySize: expect.any(Number) },
      LoggingConfig: { LogGroup: { Ref: expect.any(String) } },
    })
    const { LogGroup } = one.Properties.LoggingConfig as { readonly LogGroup: { readonly Ref: string } }
    expect(resources[LogGroup.Ref]?.Properties.RetentionInDays).toEqual(expect.any(Number))
  })

  test.each(functions)('has alarms for when it fails, is turned away or takes too long: $id', (one) => {
    const alarms = all('AWS::CloudWatch::Alarm').filter(({ Properties }) => mentions(Properties, one))
    const about = alarms.map(({ Properties }) => JSON.stringify(Properties))
    for (const metric of ['Errors|failed', 'Throttles', 'Duration']) {
      expect(about.filter((text) => new RegExp(`"MetricName":"(?:${metric})"`).test(text))).not.toEqual([])
    }
    for (const { Properties } of alarms) {
      expect(Properties).toMatchObject({ AlarmDescription: expect.stringMatching(/docs\/runbook\.md#[a-z-]+$/) })
    }
  })

  test.each(functions)('is called by its alias alone, so that a roll-out can go back: $id', ({ id }) => {
    expect([...aliases.values()]).toContain(id)
    const callers = all('AWS::Lambda::Permission', 'AWS::Lambda::EventSourceMapping')
    const called = callers.map(({ Properties }) => JSON.stringify(Properties.FunctionName))
    expect(called.filter((text) => text.includes(`"${id}"`))).toEqual([])
  })

  test('bears the name of the audience or the work it is for', () => {
    expect(functions.map(nameOf).toSorted()).toEqual([
      ...['Desk', 'Finance', 'Follower', 'Intake', 'Keeper', 'Portal', 'Publisher', 'Studio', 'Turner'],
    ])
  })
})

describe('what brings records to a function', () => {
  test.each(all('AWS::Lambda::EventSourceMapping'))('brings again only what failed, not for ever: $id', (mapping) => {
    expect(mapping.Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures'])
    if (isStream(mapping)) {
      expect(mapping.Properties).toMatchObject({
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: expect.toSatisfy((times: number) => times > 0 && times <= 100),
        MaximumRecordAgeInSeconds: expect.toSatisfy((seconds: number) => seconds < 24 * 3_600),
        DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [expect.any(String), 'Arn'] } } },
      })
    } else {
      const queue = resources[arnOf(mapping.Properties.EventSourceArn)]
      expect(queue?.Properties.RedrivePolicy).toMatchObject({ maxReceiveCount: expect.any(Number) })
      expect(queue?.Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * timeoutOf(mapping))
    }
  })

  test('has an alarm on every queue of what was given up', () => {
    const given = [...all('AWS::Lambda::EventSourceMapping', 'AWS::SQS::Queue')].flatMap(({ Properties }) => {
      const { OnFailure } = (Properties.DestinationConfig ?? {}) as {
        readonly OnFailure?: { readonly Destination: Arn }
      }
      const { deadLetterTargetArn } = (Properties.RedrivePolicy ?? {}) as { readonly deadLetterTargetArn?: Arn }
      return [OnFailure?.Destination, deadLetterTargetArn].flatMap((arn) => (arn ? arnOf(arn) : []))
    })
    expect(given.length).toBeGreaterThan(0)
    const watched = JSON.stringify(all('AWS::CloudWatch::Alarm'))
    expect(given.filter((queue) => !watched.includes(`"${queue}"`))).toEqual([])
  })
})

test('the API may call the function behind every route, on that path and no other', () => {
  const permissions = all('AWS::Lambda::Permission').filter(
    ({ Properties }) => Properties.Principal === 'apigateway.amazonaws.com',
  )
  const allowed = permissions.map(({ Properties }) => {
    const [, parts] = (Properties.SourceArn as { 'Fn::Join': [string, unknown[]] })['Fn::Join']
    return `${(Properties.FunctionName as { Ref: string }).Ref} ${String(parts.at(-1)).replace('/*/*', '')}`
  })
  const routes = templates().flatMap(({ Resources }) => gatewayRoutes(Resources))
  expect(routes.length).toBeGreaterThan(0)
  expect(routes.map(({ alias, key }) => `${alias} ${key.split(' ')[1]}`).toSorted()).toEqual(allowed.toSorted())
})

test('whatever calls by the clock is allowed to, and there is somebody to be called', () => {
  const called = all('AWS::Events::Rule').flatMap(({ id, Properties }) =>
    (Properties.Targets as readonly { readonly Arn: { readonly Ref?: string } }[])
      .filter(({ Arn }) => aliases.has(Arn.Ref ?? ''))
      .map(({ Arn }) => ({ rule: id, alias: Arn.Ref })),
  )
  expect(called.length).toBeGreaterThan(0)
  for (const { rule, alias } of called) {
    const permitted = all('AWS::Lambda::Permission').filter(
      ({ Properties }) =>
        JSON.stringify(Properties.SourceArn).includes(`"${rule}"`) &&
        JSON.stringify(Properties.FunctionName).includes(`"${alias}"`),
    )
    expect(permitted).toHaveLength(1)
  }
})

type Arn = { readonly 'Fn::GetAtt': readonly [string, string] }
const arnOf = (value: unknown): string => (value as Arn)['Fn::GetAtt'][0]
const isStream = ({ Properties }: Found) => (Properties.EventSourceArn as Arn)['Fn::GetAtt'][1] === 'StreamArn'

/** The timeout of the function that a mapping calls, in seconds. */
function timeoutOf({ Properties }: Found): number {
  const [, id = ''] = /"Ref":"(\w+)"/.exec(JSON.stringify(Properties.FunctionName)) ?? []
  return Number(resources[aliases.get(id) ?? id]?.Properties.Timeout)
}

/** Whether an alarm is about a function: by its reference, or by the name under which it counts. */
function mentions(properties: Found['Properties'], one: Found): boolean {
  const text = JSON.stringify(properties)
  return (
    text.includes(`"Ref":"${one.id}"`) || text.includes(`{"Name":"service","Value":"${nameOf(one).toLowerCase()}"}`)
  )
}
