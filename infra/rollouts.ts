import { Validations } from 'aws-cdk-lib'
import { type Alarm, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { RoomFunction } from './room-function.ts'
import { FIVE_MINUTES, RunbookAlarm } from './runbook-alarm.ts'
import { counted } from './stage-metrics.ts'

export interface RolloutsProps {
  /** Functions that answer requests: of those there are enough for a tenth to tell something. */
  readonly functions: readonly RoomFunction[]
  readonly topic: ITopic
}

/** A tenth of a few calls is few: one failure may be the network's, two of a new version are its own. */
const FAILURES = 2

/**
 * New versions take a tenth of the calls for five minutes, then all; one that fails goes back by itself, and the deployment
 * with it. The publisher, and what reads the stream or a queue, change at once: they are called seldom, what they fail at is
 * tried again and not lost, and pages that two versions render in turn would flicker.
 */
export class Rollouts extends Construct {
  constructor(scope: Construct, id: string, { functions, topic }: RolloutsProps) {
    super(scope, id)
    const application = new LambdaApplication(this, 'Application')
    const role = this.shifter(functions)
    for (const one of functions) {
      new LambdaDeploymentGroup(this, one.node.id, {
        application,
        // Without the policy of AWS's own that would be added, which may change every function of the account.
        role: role.withoutPolicyUpdates(),
        alias: one.alias,
        deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
        alarms: [this.alarm(one, topic)],
      })
    }
  }

  /** May move the aliases of these functions, and look at alarms. */
  private shifter(functions: readonly RoomFunction[]): Role {
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('codedeploy.amazonaws.com') })
    const actions = ['GetAlias', 'UpdateAlias', 'GetProvisionedConcurrencyConfig'].map((action) => `lambda:${action}`)
    const resources = functions.flatMap(({ functionArn }) => [functionArn, `${functionArn}:live`])
    role.addToPolicy(new PolicyStatement({ actions, resources }))
    role.addToPolicy(new PolicyStatement({ actions: ['cloudwatch:DescribeAlarms'], resources: ['*'] }))
    const reason = 'Alarms are looked at by name, among all; looking changes nothing.'
    Validations.of(role).acknowledge({ id: 'AwsSolutions-IAM5[Resource::*]', reason })
    return role
  }

  /** Of the new version alone, so that a version which mends what is failing can be rolled out. */
  private alarm(one: RoomFunction, topic: ITopic): Alarm {
    const { version } = one.currentVersion
    const errors = new Metric({
      ...{ namespace: 'AWS/Lambda', metricName: 'Errors', statistic: 'Sum', period: FIVE_MINUTES },
      dimensionsMap: {
        FunctionName: one.functionName,
        Resource: `${one.functionName}:${one.alias.aliasName}`,
        ExecutedVersion: version,
      },
    })
    return new RunbookAlarm(this, `${one.node.id}NewVersionFails`, {
      ...{ page: 'a-new-version-fails', topic, atLeast: FAILURES },
      says: `The newest version of the function ${one.node.id} failed ${FAILURES} times or more in five minutes.`,
      metric: new MathExpression({
        expression: 'FILL(errors, 0) + FILL(failed, 0)',
        usingMetrics: { errors, failed: counted(this, one.room, 'failed', { version }) },
        label: 'failures of the newest version',
        period: FIVE_MINUTES,
      }),
    })
  }
}
