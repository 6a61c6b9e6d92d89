import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { EdgeStack } from '../../infra/edge-stack.ts'
import { resourcesOf, settingsWith } from './template.ts'

interface Rule {
  readonly Name: string
  readonly Priority: number
  readonly VisibilityConfig: object
  readonly Statement: {
    readonly RateBasedStatement?: { readonly Limit: number }
    readonly ManagedRuleGroupStatement?: {
      readonly Name: string
      readonly RuleActionOverrides?: readonly { readonly Name: string; readonly ActionToUse: object }[]
    }
  }
}

/** The firewall of a stage that takes so many requests a second. */
function firewall(requestsPerSecond = 500) {
  const settings = settingsWith({ requestsPerSecond })
  const stack = new EdgeStack(new App(), 'Edge', { settings, env: { region: 'us-east-1' } })
  const [acl] = resourcesOf(Template.fromStack(stack), 'AWS::WAFv2::WebACL')
  const properties = acl?.Properties as {
    Rules: readonly Rule[]
    CustomResponseBodies: { TooMany: { Content: string } }
  }
  return {
    ...properties,
    groups: properties.Rules.flatMap(({ Statement }) => Statement.ManagedRuleGroupStatement ?? []),
  }
}

test('it stands before a distribution, and lets through what no rule stops', () => {
  expect(firewall()).toMatchObject({ Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } })
})

test('what is known to be an attack is stopped', () => {
  const names = ['AmazonIpReputationList', 'KnownBadInputsRuleSet', 'CommonRuleSet'].map(
    (name) => `AWSManagedRules${name}`,
  )
  expect(firewall().groups.map(({ Name }) => Name)).toEqual(names)
  for (const rule of firewall().Rules.filter(({ Statement }) => Statement.ManagedRuleGroupStatement)) {
    expect(rule).toMatchObject({ OverrideAction: { None: {} } })
  }
})

test('bodies of any length and words, and servers without a name, are counted and not stopped', () => {
  const overrides = firewall().groups.flatMap(({ RuleActionOverrides = [] }) => RuleActionOverrides)
  for (const { ActionToUse } of overrides) expect(ActionToUse).toEqual({ Count: {} })
  expect(overrides.map(({ Name }) => Name)).toEqual(
    expect.arrayContaining(['SizeRestrictions_BODY', 'CrossSiteScripting_BODY', 'NoUserAgent_HEADER']),
  )
})

test('scripts in addresses are stopped all the same', () => {
  const overridden = firewall().groups.flatMap(({ RuleActionOverrides = [] }) => RuleActionOverrides)
  for (const name of ['CrossSiteScripting_QUERYARGUMENTS', 'GenericLFI_URIPATH', 'UserAgent_BadBots_HEADER']) {
    expect(overridden.map(({ Name }) => Name)).not.toContain(name)
  }
})

test.each([
  [500, 30_000],
  [51, 3060],
  [1, 3000],
])(
  'of %i requests a second no address alone gets more than a fifth, or than a few people need',
  (all, inFiveMinutes) => {
    expect(firewall(all).Rules[0]?.Statement.RateBasedStatement).toEqual({
      ...{ AggregateKeyType: 'IP', EvaluationWindowSec: 300, Limit: inFiveMinutes },
    })
  },
)

test('signing in is limited more strictly, however the path is spelt', () => {
  expect(firewall().Rules[1]?.Statement.RateBasedStatement).toMatchObject({
    Limit: 300,
    ScopeDownStatement: {
      ByteMatchStatement: {
        ...{ SearchString: '/auth/', PositionalConstraint: 'STARTS_WITH', FieldToMatch: { UriPath: {} } },
        TextTransformations: [{ Type: 'URL_DECODE' }, { Type: 'NORMALIZE_PATH' }],
      },
    },
  })
})

test('who asks too much is told so as the API would, and when to come back', () => {
  const { Rules, CustomResponseBodies } = firewall()
  for (const rule of Rules.slice(0, 2)) {
    const retry = [{ Name: 'Retry-After', Value: '300' }]
    const CustomResponse = { ResponseCode: 429, CustomResponseBodyKey: 'TooMany', ResponseHeaders: retry }
    expect(rule).toMatchObject({ Action: { Block: { CustomResponse } } })
  }
  expect(JSON.parse(CustomResponseBodies.TooMany.Content)).toMatchObject({ status: 429, code: 'too_many_requests' })
})

test('it counts by rule, and keeps no request of anybody', () => {
  const { Rules, ...acl } = firewall()
  const seen = [acl, ...Rules].map((one) => (one as Partial<Rule>).VisibilityConfig)
  for (const config of seen)
    expect(config).toMatchObject({ CloudWatchMetricsEnabled: true, SampledRequestsEnabled: false })
  expect(new Set(Rules.map(({ Priority }) => Priority)).size).toBe(Rules.length)
  expect(seen[0]).toMatchObject({ MetricName: 'cleartier-dev' })
})
