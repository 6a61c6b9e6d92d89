import { readFileSync } from 'node:fs'
import { App, type Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { acceptFindings } from '../../infra/accepted-findings.ts'
import { stageSettings } from '../../infra/stage-settings.ts'
import { stageStacks } from '../../infra/stage-stacks.ts'
import { onlyOne } from './template.ts'

interface Made {
  readonly Type: string
  readonly Properties?: Readonly<Record<string, unknown>>
}

/** The context that the CDK gives the app, without bundling. */
const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'))
const app = () => new App({ context: { ...context, 'aws:cdk:bundling-stacks': [] } })
const settingsOf = (stage: string) => stageSettings((key) => (key === 'stage' ? stage : context[key]))

const both = app()
const dev = stageStacks(both, settingsOf('dev'))
const prod = stageStacks(both, settingsOf('prod'))
const madeIn = (stacks: readonly Stack[]) =>
  stacks.flatMap((stack) => Object.entries(Template.fromStack(stack).toJSON().Resources as Record<string, Made>))

for (const stack of [...dev, ...prod]) acceptFindings(stack)

describe('two stages in one account', () => {
  test('have stacks of their own names, in their own regions', () => {
    const where = [...dev, ...prod].map(({ stackName, region }) => `${stackName} in ${region}`)
    expect(where).toEqual([
      ...['Cleartier-dev-edge in us-east-1', 'Cleartier-dev in eu-west-2'],
      ...['Cleartier-prod-edge in us-east-1', 'Cleartier-prod in eu-west-2'],
    ])
  })

  /** What only has to be the one of its name within something else of the stack, and what may be called as others are. */
  const WITHIN_ANOTHER = [
    ...['AWS::IAM::Policy', 'AWS::Lambda::Alias', 'AWS::Glue::Table', 'AWS::Backup::BackupSelection'],
    ...['AWS::Cognito::UserPoolGroup', 'AWS::Cognito::UserPoolClient', 'AWS::Cognito::UserPoolResourceServer'],
    ...['AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::Stage'],
  ]

  /** What a resource is called by us, so that nothing else in the account and region may be called so. */
  const namesIn = (stacks: readonly Stack[]) =>
    madeIn(stacks)
      .filter(([, { Type }]) => !WITHIN_ANOTHER.includes(Type))
      .flatMap(([, { Type, Properties = {} }]) =>
        [Properties, ...Object.values(Properties).filter(isObject)]
          .flatMap((said) => Object.entries(said))
          .filter(([property, value]) => /^(?!Metric).*Name$|^Domain$/.test(property) && isOurs(value))
          .map(([property, value]) => `${Type} ${property} ${JSON.stringify(value)}`),
      )

  test('share no name', () => {
    const ofProd = new Set(namesIn(prod))
    expect(ofProd.size).toBeGreaterThan(0)
    expect(namesIn(dev).filter((name) => ofProd.has(name))).toEqual([])
  })

  test('have firewalls whose metrics are told apart', () => {
    const metrics = [dev, prod].map(([edge]) => edge && onlyOne(Template.fromStack(edge), 'AWS::WAFv2::WebACL'))
    expect(metrics.map((acl) => acl?.Properties.VisibilityConfig)).toMatchObject([
      { MetricName: 'cleartier-dev' },
      { MetricName: 'cleartier-prod' },
    ])
  })

  test.each([
    ['dev', dev],
    ['prod', prod],
  ])('bear their stage as a tag wherever there can be one: %s', (stage, stacks) => {
    const tagged = madeIn(stacks).filter(([, { Properties }]) => Properties?.Tags !== undefined)
    expect(tagged.length).toBeGreaterThan(30)
    for (const one of stacks) expect(one.tags.tagValues()).toEqual({ 'cleartier:stage': stage })
    for (const [id, { Properties }] of tagged) expect([id, stageTagOf(Properties?.Tags)]).toEqual([id, stage])
    const types = tagged.map(([, { Type }]) => Type.slice('AWS::'.length))
    expect(types).toEqual(expect.arrayContaining(['S3::Bucket', 'Lambda::Function', 'CloudFront::Distribution']))
  })
})

test('the firewall of us-east-1 stands before the distribution of another region, by the output of its stack', () => {
  const [edge, stack] = dev
  if (!edge || !stack) throw new Error('Expected two stacks.')
  const { WebACLId } = onlyOne(Template.fromStack(stack), 'AWS::CloudFront::Distribution').Properties
    .DistributionConfig as { WebACLId: { 'Fn::GetStackOutput': { OutputName: string } } }
  expect(WebACLId).toEqual({
    'Fn::GetStackOutput': { StackName: 'Cleartier-dev-edge', Region: 'us-east-1', OutputName: expect.any(String) },
  })
  const acl = onlyOne(Template.fromStack(edge), 'AWS::WAFv2::WebACL')
  const output = Template.fromStack(edge).findOutputs(WebACLId['Fn::GetStackOutput'].OutputName)
  expect(Object.values(output)).toMatchObject([{ Value: { 'Fn::GetAtt': [acl.id, 'Arn'] } }])
  expect(stack.dependencies).toContain(edge)
})

test('a stage that wants no firewall has neither it nor a second stack', () => {
  const stacks = stageStacks(app(), { ...settingsOf('dev'), hasFirewall: false })
  for (const one of stacks) acceptFindings(one)
  expect(stacks.map(({ stackName }) => stackName)).toEqual(['Cleartier-dev'])
  const [stack] = stacks
  const distribution = stack && onlyOne(Template.fromStack(stack), 'AWS::CloudFront::Distribution')
  expect(distribution?.Properties.DistributionConfig).not.toHaveProperty('WebACLId')
})

test('the stages of cdk.json are ones that can be made', () => {
  for (const stage of Object.keys(context.stages)) expect(settingsOf(stage)).toMatchObject({ stage })
})

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Said by us, and not made by AWS of the stack's own id or of what stands in it. */
const isOurs = (value: unknown) => !/"Ref":"(?!AWS::)|AWS::StackId|Fn::GetAtt/.test(JSON.stringify(value))

/** Tags are a list, or, with some types, an object. */
function stageTagOf(tags: unknown): unknown {
  if (!Array.isArray(tags)) return (tags as Record<string, unknown>)['cleartier:stage']
  return tags.find(({ Key }: { Key?: string }) => Key === 'cleartier:stage')?.Value
}
