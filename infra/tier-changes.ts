import { Duration } from 'aws-cdk-lib'
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { EventBus } from 'aws-cdk-lib/aws-events'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import { SqsSendMessage } from 'aws-cdk-lib/aws-scheduler-targets'
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { DeadLetters } from './dead-letters.ts'
import { mayFollow, mayOnly, mayScan } from './ledger-rights.ts'
import { PlanReminders } from './plan-reminders.ts'
import { RoomFunction } from './room-function.ts'

export interface TierChangesProps {
  readonly table: ITableV2
}

/** How long a part of the turn of a month may take; what is left of it then goes on in a new message. */
const TURN_TIMEOUT = Duration.minutes(5)
/** SQS asks for six times as long before a message is shown again, so that no part is worked on twice at once. */
const HIDDEN = Duration.minutes(30)
/** How often a part of the turn is tried. */
const MOST_TRIES = 5
/** Parts of the turn that are worked on at once: four read about 12,000 units a second, which a table on demand always has. */
const MOST_AT_ONCE = 4

/**
 * Tells an event bus when a member's tier changes: by what was reported, which the ledger's stream brings; by the turn of a
 * month, for which everybody is looked at; or by a plan that begins or ends. A bus of the stage's own, so that two stages in
 * one account are not mixed up.
 */
export class TierChanges extends Construct {
  readonly bus: EventBus
  readonly functions: readonly RoomFunction[]
  readonly deadLetters: readonly IQueue[]
  /** Who tells of what the stream brings, and what it could not tell. */
  readonly follower: RoomFunction
  readonly notTold: IQueue
  /** Whom to look at when tiers may change with nothing written, and what of that could not be done. */
  readonly work: IQueue
  readonly notDone: IQueue

  constructor(scope: Construct, id: string, { table }: TierChangesProps) {
    super(scope, id)
    this.bus = new EventBus(this, 'Bus', { description: 'Members whose tier changed' })
    this.notTold = new DeadLetters(this, 'NotTold')
    this.notDone = new DeadLetters(this, 'NotDone')
    this.work = new Queue(this, 'Work', {
      ...{ encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true },
      ...{ visibilityTimeout: HIDDEN, retentionPeriod: Duration.days(14) },
      deadLetterQueue: { queue: this.notDone, maxReceiveCount: MOST_TRIES },
    })
    const reminders = new PlanReminders(this, 'Reminders', { work: this.work })
    this.follower = this.followsWrites(table, reminders)
    const turner = this.turnsMonths(table, reminders)
    this.functions = [this.follower, turner]
    this.deadLetters = [this.notTold, this.notDone]
    for (const herald of this.functions) {
      herald.addToRolePolicy(new PolicyStatement({ actions: ['events:PutEvents'], resources: [this.bus.eventBusArn] }))
    }
  }

  private followsWrites(table: ITableV2, reminders: PlanReminders): RoomFunction {
    const follower = new RoomFunction(this, 'Follower', {
      room: 'herald',
      environment: {
        ...{ TABLE_NAME: table.tableName, TIER_CHANGES: this.bus.eventBusName },
        ...reminders.environment,
      },
      timeout: Duration.minutes(1),
    })
    mayFollow(follower, table)
    mayOnly(follower, table, { read: ['editions'] })
    reminders.mayBeMadeBy(follower)
    const isMember = { Keys: { pk: { S: FilterRule.beginsWith('member:') } } }
    new EventSourceMapping(this, 'Stream', {
      ...{ target: follower.live, eventSourceArn: table.tableStreamArn ?? '' },
      startingPosition: StartingPosition.TRIM_HORIZON,
      // Nobody who left is told of.
      filters: [FilterCriteria.filter({ eventName: FilterRule.or('INSERT', 'MODIFY'), dynamodb: isMember })],
      ...{ batchSize: 100, maxBatchingWindow: Duration.seconds(2) },
      ...{ reportBatchItemFailures: true, bisectBatchOnError: true, retryAttempts: 10 },
      // The stream keeps records for 24 hours: what is given up earlier can still be told again.
      ...{ maxRecordAge: Duration.hours(12), onFailure: new SqsDlq(this.notTold) },
    })
    return follower
  }

  private turnsMonths(table: ITableV2, reminders: PlanReminders): RoomFunction {
    const turner = new RoomFunction(this, 'Turner', {
      ...{ room: 'herald', entry: 'month-lambda' },
      environment: {
        ...{ TABLE_NAME: table.tableName, TIER_CHANGES: this.bus.eventBusName },
        ...reminders.environment,
      },
      timeout: TURN_TIMEOUT,
    })
    mayScan(turner, table)
    mayOnly(turner, table, { read: ['editions', 'member'] })
    mayTake(turner, this.work)
    reminders.mayBeMadeBy(turner)
    new EventSourceMapping(this, 'WorkToDo', {
      ...{ target: turner.live, eventSourceArn: this.work.queueArn },
      ...{ batchSize: 1, maxConcurrency: MOST_AT_ONCE, reportBatchItemFailures: true },
    })
    // Every hour, because the hour in which a month begins depends on the program's zone, which only the ledger knows.
    new Schedule(this, 'EveryHour', {
      schedule: ScheduleExpression.cron({ minute: '2' }),
      description: 'Looks whether a month began in the hour before',
      target: new SqsSendMessage(this.work, {
        deadLetterQueue: this.notDone,
        input: ScheduleTargetInput.fromObject({ kind: 'hour', at: ContextAttribute.scheduledTime }),
      }),
    })
    return turner
  }
}

/** Taking work from the queue, and putting back what is left of it. */
function mayTake(turner: RoomFunction, work: IQueue): void {
  const actions = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes', 'SendMessage']
  turner.addToRolePolicy(
    new PolicyStatement({ actions: actions.map((action) => `sqs:${action}`), resources: [work.queueArn] }),
  )
}
