import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { RoomFunction } from './room-function.ts'

export interface PlanRemindersProps {
  /** Where a reminder comes back as work. */
  readonly work: IQueue
}

/** Schedules of a single time each, at which a member's paid plan begins or ends: a tier may change then. */
export class PlanReminders extends Construct {
  readonly #group: ScheduleGroup
  readonly #role: Role
  readonly #work: IQueue

  constructor(scope: Construct, id: string, { work }: PlanRemindersProps) {
    super(scope, id)
    this.#work = work
    // It goes with the queue that its reminders are sent to; kept, it would stand in the way of the next of its name.
    this.#group = new ScheduleGroup(this, 'Group', { removalPolicy: RemovalPolicy.DESTROY })
    this.#role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') })
    this.#role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [work.queueArn] }))
  }

  /** What a function has to know that makes reminders. */
  get environment(): Readonly<Record<string, string>> {
    return {
      ...{ REMINDER_GROUP: this.#group.scheduleGroupName, REMINDER_ROLE: this.#role.roleArn },
      ...{ WORK_QUEUE: this.#work.queueUrl, WORK_QUEUE_ARN: this.#work.queueArn },
    }
  }

  /** Making reminders, and putting what is near into the queue at once. */
  mayBeMadeBy(maker: RoomFunction): void {
    const { partition, region, account } = Stack.of(this)
    const schedulesIn = (...[of, where, whose]: readonly [string, string, string]) =>
      `arn:${of}:scheduler:${where}:${whose}:schedule/${this.#group.scheduleGroupName}/*`
    const schedules = schedulesIn(partition, region, account)
    const may = (action: string, resource: string) => new PolicyStatement({ actions: [action], resources: [resource] })
    maker.addToRolePolicy(may('scheduler:CreateSchedule', schedules))
    maker.addToRolePolicy(may('sqs:SendMessage', this.#work.queueArn))
    maker.addToRolePolicy(
      new PolicyStatement({
        ...{ actions: ['iam:PassRole'], resources: [this.#role.roleArn] },
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      }),
    )
    Validations.of(Stack.of(this)).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${schedulesIn(this.named(partition), this.named(region), this.named(account))}]`,
      reason: 'Which members have plans is not known beforehand; the group of their schedules is.',
    })
  }

  /** As findings write it: in angle brackets where it is known only when deploying. */
  private named(value: string): string {
    const known: string | { readonly Ref: string } = Stack.of(this).resolve(value)
    return typeof known === 'string' ? known : `<${known.Ref}>`
  }
}
