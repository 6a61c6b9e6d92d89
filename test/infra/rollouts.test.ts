import { describe, expect, test } from 'vitest'
import { alarmsOf } from './alarms-of.ts'
import { onlyOne, resourcesOf, synthesized } from './template.ts'

const ANSWERING = ['Desk', 'Finance', 'Intake', 'Portal', 'Studio']
const template = synthesized({ isGradual: true, reservesConcurrency: true, warmPortals: 2 })
const atOnce = synthesized()

/** Aliases by the name of their function. */
const aliasesOf = (from: typeof template) =>
  Object.entries(from.findResources('AWS::Lambda::Alias')).map(([id, alias]) => ({
    name: /(Portal|Intake|Desk|Studio|Finance|Publisher|Keeper|Follower|Turner)/.exec(id)?.[1] ?? id,
    isGradual: 'CodeDeployLambdaAliasUpdate' in (alias.UpdatePolicy ?? {}),
    warm: alias.Properties.ProvisionedConcurrencyConfig?.ProvisionedConcurrentExecutions as number | undefined,
  }))

describe('a new version', () => {
  test('takes a tenth of the calls first, where people or shops wait for answers', () => {
    const gradual = aliasesOf(template).filter(({ isGradual }) => isGradual)
    expect(gradual.map(({ name }) => name).toSorted()).toEqual(ANSWERING)
    const groups = resourcesOf(template, 'AWS::CodeDeploy::DeploymentGroup')
    for (const { Properties } of groups)
      expect(Properties).toMatchObject({
        DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
        AutoRollbackConfiguration: { Enabled: true, Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'] },
        AlarmConfiguration: { Enabled: true, Alarms: [{ Name: { Ref: expect.stringContaining('NewVersionFails') } }] },
      })
  })

  test('goes back by its own failures: those of the version before do not keep a mended one away', () => {
    const alarms = alarmsOf(template).filter(({ id }) => id.includes('NewVersionFails'))
    expect(alarms).toHaveLength(ANSWERING.length)
    for (const { metrics } of alarms) {
      expect(metrics.map(({ namespace, name }) => `${namespace} ${name}`)).toEqual([
        'AWS/Lambda Errors',
        'Cleartier failed',
      ])
      const [errors, failed] = metrics.map(({ dimensions }) => dimensions.ExecutedVersion ?? dimensions.version)
      expect(errors).toMatch(/^\{"Fn::GetAtt":\["\w+CurrentVersion\w+","Version"\]\}$/)
      expect(failed).toBe(errors)
    }
  })

  test('is moved by a role that may move these aliases and look at alarms, and nothing else', () => {
    const roles = resourcesOf(template, 'AWS::IAM::Role').filter(({ id }) => id.includes('Rollouts'))
    expect(roles.map(({ Properties }) => Properties.ManagedPolicyArns)).toEqual([undefined])
    const policies = resourcesOf(template, 'AWS::IAM::Policy').filter(({ id }) => id.includes('Rollouts'))
    const statements = policies.flatMap(
      ({ Properties }) =>
        (Properties.PolicyDocument as { Statement: { Action: unknown; Resource: unknown }[] }).Statement,
    )
    expect(statements.map(({ Action }) => Action)).toEqual([
      ['lambda:GetAlias', 'lambda:UpdateAlias', 'lambda:GetProvisionedConcurrencyConfig'],
      'cloudwatch:DescribeAlarms',
    ])
    expect(statements[0]?.Resource).not.toContain('*')
  })

  test('leaves the version before where it is, so that an alias can be put back to it by hand', () => {
    const versions = resourcesOf(template, 'AWS::Lambda::Version')
    expect(versions).toHaveLength(resourcesOf(template, 'AWS::Lambda::Function').length)
    for (const { DeletionPolicy } of versions) expect(DeletionPolicy).toBe('RetainExceptOnCreate')
  })

  test('takes over at once in a stage that is for trying', () => {
    expect(aliasesOf(atOnce).filter(({ isGradual }) => isGradual)).toEqual([])
    expect(resourcesOf(atOnce, 'AWS::CodeDeploy::DeploymentGroup')).toEqual([])
  })
})

describe('executions', () => {
  const reserved = (from: typeof template) =>
    resourcesOf(from, 'AWS::Lambda::Function')
      .map(({ Properties }) => Properties.ReservedConcurrentExecutions)
      .filter((most) => most !== undefined)

  test('are set aside so that no room takes them from another, and 100 are left for what else there is', () => {
    const sum = reserved(template).reduce((total: number, most) => total + Number(most), 0)
    expect(reserved(template)).toHaveLength(5)
    expect(sum).toBeLessThanOrEqual(900)
    const portal = resourcesOf(template, 'AWS::Lambda::Function').find(({ id }) => id.includes('Portal'))
    expect(portal?.Properties).not.toHaveProperty('ReservedConcurrentExecutions')
  })

  test('are left to all where an account has few, and none is kept warm unless it is said', () => {
    expect(reserved(atOnce)).toEqual([])
    expect(aliasesOf(atOnce).flatMap(({ warm }) => warm ?? [])).toEqual([])
    expect(aliasesOf(template).flatMap(({ name, warm }) => (warm === undefined ? [] : [[name, warm]]))).toEqual([
      ['Portal', 2],
    ])
  })
})

test('two stages in one account count apart, and log as JSON', () => {
  expect(onlyOne(template, 'AWS::CloudWatch::Dashboard')).toBeDefined()
  for (const { Properties } of resourcesOf(template, 'AWS::Lambda::Function'))
    expect(Properties).toMatchObject({
      Environment: { Variables: { POWERTOOLS_METRICS_NAMESPACE: 'Cleartier' } },
      LoggingConfig: { LogFormat: 'JSON' },
    })
})
