import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { alarmsOf } from './alarms-of.ts'
import { onlyOne, resourcesOf, synthesized } from './template.ts'

const template = synthesized({
  ...{ isGradual: true, reservesConcurrency: true, warmPortals: 2 },
  ...{ alarmMail: 'ops@shop.example', monthlyBudgetUsd: 50 },
})
const alarms = alarmsOf(template)
const functions = resourcesOf(template, 'AWS::Lambda::Function')
const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8')
const pages = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replaceAll(' ', '-'))

/** Alarms on a metric of Lambda of a function, by the alias that everything calls. */
const ofFunction = (id: string, name: string) =>
  alarms.filter(({ metrics }) =>
    metrics.some(
      (metric) =>
        metric.namespace === 'AWS/Lambda' &&
        metric.name === name &&
        metric.dimensions.Resource === JSON.stringify({ 'Fn::Join': ['', [{ Ref: id }, ':live']] }),
    ),
  )

describe('alarms and their pages', () => {
  test('every mail names a page of the runbook, and every page is named by a mail', () => {
    const rules = resourcesOf(template, 'AWS::Events::Rule').map(({ Properties }) =>
      String(Properties.Description ?? ''),
    )
    const said = [...alarms.map(({ description }) => description), ...rules.filter((text) => text.includes('runbook'))]
    const named = said.map((text) => /^[A-Z0-9].*[.] See docs\/runbook\.md#([a-z-]+)$/.exec(text)?.[1] ?? text)
    // What AWS Budgets writes cannot be worded, so its page is named by the setting.
    expect([...new Set(named), 'the-budget-is-nearly-used'].toSorted()).toEqual(pages.toSorted())
  })

  test('every page says what it means for customers, what to look at, what to do and when it is over', () => {
    const texts = runbook.split(/^## /m).slice(1)
    for (const text of texts)
      for (const part of ['**For customers.**', '**Look first.**', '**Do.**', '**Over when**'])
        expect([text.split('\n')[0], text.includes(part)]).toEqual([text.split('\n')[0], true])
  })

  test('links within the runbook lead somewhere', () => {
    const linked = [...runbook.matchAll(/\]\(#([a-z-]+)\)/g)].map(([, page = '']) => page)
    expect(linked.filter((page) => !pages.includes(page))).toEqual([])
  })

  test('every alarm tells when it goes off and when it is over', () => {
    const { id } = onlyOne(template, 'AWS::SNS::Topic')
    expect(alarms.length).toBeGreaterThan(0)
    for (const alarm of alarms) expect([alarm.id, alarm.actions]).toEqual([alarm.id, [{ Ref: id }, { Ref: id }]])
  })

  test('nothing is measured for an alarm that does not reckon with it', () => {
    const reckoning = resourcesOf(template, 'AWS::CloudWatch::Alarm').flatMap(({ id, Properties }) => {
      const metrics = (Properties.Metrics ?? []) as readonly { readonly Id: string; readonly Expression?: string }[]
      const said = metrics.flatMap(({ Expression = '' }) => Expression.match(/\w+/g) ?? [])
      // An alarm on a single metric has no expression.
      const parts = metrics.length > 1 ? metrics.filter(({ Expression }) => !Expression) : []
      return parts.map(({ Id }) => ({ id, Id, isUsed: said.includes(Id) }))
    })
    expect(reckoning.length).toBeGreaterThan(0)
    expect(reckoning.filter(({ isUsed }) => !isUsed)).toEqual([])
  })

  test('what is added up counts as none where nothing was counted, or the sum would be nothing', () => {
    const sums = resourcesOf(template, 'AWS::CloudWatch::Alarm').flatMap(({ Properties }) => {
      const metrics = (Properties.Metrics ?? []) as readonly { readonly Id: string; readonly Expression?: string }[]
      const [sum] = metrics.flatMap(({ Expression }) => (Expression?.includes(' + ') ? [Expression] : []))
      return sum === undefined ? [] : [{ sum, parts: metrics.filter(({ Expression }) => !Expression) }]
    })
    expect(sums.length).toBeGreaterThan(7)
    for (const { sum, parts } of sums) for (const { Id } of parts) expect(sum).toContain(`FILL(${Id}, 0)`)
  })

  test('silence is good news, but of the pages', () => {
    const silent = alarms.filter(({ silence }) => silence !== 'notBreaching')
    expect(silent.map(({ id, silence }) => [id.replace(/[0-9A-F]{8}$/, ''), silence])).toEqual([
      ['WatchFlowPagesAreStale', 'breaching'],
    ])
  })
})

describe('what is watched', () => {
  test.each(['Errors', 'Throttles', 'Duration'])('%s of every function, by the alias that everything calls', (name) => {
    expect(functions.length).toBeGreaterThan(6)
    for (const { id } of functions) expect([id, ofFunction(id, name).length > 0]).toEqual([id, true])
  })

  test('answers that say the fault is ours, of every function that answers', () => {
    const failed = alarms
      .filter(({ id }) => id.startsWith('WatchFunctions'))
      .flatMap(({ metrics }) => metrics.filter(({ name }) => name === 'failed'))
    expect(failed.map(({ namespace, dimensions }) => [namespace, dimensions.service])).toEqual(
      ['portal', 'intake', 'desk', 'studio', 'finance'].map((room) => ['Cleartier', `"${room}"`]),
    )
  })

  test('how far behind every reader of the stream is', () => {
    const readers = resourcesOf(template, 'AWS::Lambda::EventSourceMapping')
      .filter(({ Properties }) => 'StartingPosition' in Properties)
      .map(({ Properties }) => JSON.stringify(Properties.FunctionName))
    const watched = functions.filter(({ id }) => ofFunction(id, 'IteratorAge').length > 0).map(({ id }) => id)
    const aliases = resourcesOf(template, 'AWS::Lambda::Alias')
    const functionOf = (called: string) =>
      aliases.find(({ id }) => called.includes(id))?.Properties.FunctionName as { Ref: string }
    expect(readers.length).toBeGreaterThan(1)
    expect(readers.map((called) => functionOf(called).Ref).toSorted()).toEqual(watched.toSorted())
  })

  test('every queue of what failed for good', () => {
    const queues = resourcesOf(template, 'AWS::SQS::Queue').filter(({ Properties }) => !('RedrivePolicy' in Properties))
    const watched = alarms.flatMap(({ metrics }) =>
      metrics
        .filter(({ name }) => name === 'ApproximateNumberOfMessagesVisible')
        .map((one) => one.dimensions.QueueName),
    )
    expect(queues.length).toBeGreaterThan(2)
    expect(watched.toSorted()).toEqual(queues.map(({ id }) => `{"Fn::GetAtt":["${id}","QueueName"]}`).toSorted())
  })

  test('the ledger and each of its indexes', () => {
    const throttled = alarms.flatMap(({ metrics }) => metrics.filter(({ name }) => name === 'WriteThrottleEvents'))
    const indexes = throttled.map(({ dimensions }) => dimensions.GlobalSecondaryIndexName)
    const { GlobalSecondaryIndexes } = onlyOne(template, 'AWS::DynamoDB::GlobalTable').Properties
    const names = (GlobalSecondaryIndexes as { IndexName: string }[]).map(({ IndexName }) => `"${IndexName}"`)
    expect(indexes.toSorted()).toEqual([...names, undefined].toSorted())
  })

  test('backups of the ledger that were not made', () => {
    const [rule] = resourcesOf(template, 'AWS::Events::Rule').filter(({ id }) => id.includes('BackupFailed'))
    expect(rule?.Properties).toMatchObject({
      EventPattern: {
        source: ['aws.backup'],
        detail: { state: ['FAILED', 'ABORTED', 'EXPIRED'], resourceArn: [expect.anything()] },
      },
      Targets: [{ Arn: { Ref: onlyOne(template, 'AWS::SNS::Topic').id } }],
    })
  })
})

describe('who is told', () => {
  test('by an encrypted topic, and not without TLS; alarms and rules alone may publish', () => {
    expect(onlyOne(template, 'AWS::SNS::Topic').Properties).toMatchObject({ KmsMasterKeyId: expect.anything() })
    const { Statement } = onlyOne(template, 'AWS::SNS::TopicPolicy').Properties.PolicyDocument as {
      Statement: readonly { readonly Effect: string; readonly Principal: unknown; readonly Condition?: unknown }[]
    }
    expect(Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    )
    const allowed = Statement.filter(({ Effect }) => Effect === 'Allow').map(({ Principal }) => Principal)
    expect(allowed).toEqual([{ Service: 'cloudwatch.amazonaws.com' }, { Service: 'events.amazonaws.com' }])
  })

  test('by mail where there is an address, and nobody where there is none', () => {
    expect(onlyOne(template, 'AWS::SNS::Subscription').Properties).toMatchObject({
      ...{ Protocol: 'email', Endpoint: 'ops@shop.example' },
    })
    expect(resourcesOf(synthesized(), 'AWS::SNS::Subscription')).toEqual([])
  })

  test('before the month’s budget is used, and when it is: of what bears the stage’s tag', () => {
    const { Budget, NotificationsWithSubscribers } = onlyOne(template, 'AWS::Budgets::Budget').Properties
    expect(Budget).toMatchObject({
      BudgetLimit: { Amount: 50, Unit: 'USD' },
      CostFilters: { TagKeyValue: ['user:cleartier:stage$dev'] },
    })
    expect(NotificationsWithSubscribers).toMatchObject([
      {
        Notification: { NotificationType: 'FORECASTED', Threshold: 80 },
        Subscribers: [{ Address: 'ops@shop.example' }],
      },
      { Notification: { NotificationType: 'ACTUAL', Threshold: 100 }, Subscribers: [{ Address: 'ops@shop.example' }] },
    ])
    expect(resourcesOf(synthesized({ monthlyBudgetUsd: 50 }), 'AWS::Budgets::Budget')).toEqual([])
  })
})

test('what the API logs of a request names its route, and neither its path nor its sender', () => {
  const { AccessLogSettings } = onlyOne(template, 'AWS::ApiGatewayV2::Stage').Properties
  const { Format } = AccessLogSettings as { readonly Format: string }
  expect(Object.values(JSON.parse(Format)).toSorted()).toEqual([
    ...['$context.integrationErrorMessage', '$context.requestId', '$context.requestTime', '$context.responseLatency'],
    ...['$context.routeKey', '$context.status'],
  ])
  for (const { Properties } of resourcesOf(template, 'AWS::Logs::LogGroup')) expect(Properties.RetentionInDays).toBe(90)
})
