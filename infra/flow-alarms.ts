import { Duration } from 'aws-cdk-lib'
import { MathExpression, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { RoomFunction } from './room-function.ts'
import { FIVE_MINUTES, RunbookAlarm } from './runbook-alarm.ts'
import { counted } from './stage-metrics.ts'

export interface FlowAlarmsProps {
  /** Where what failed for good is put down. */
  readonly deadLetters: readonly IQueue[]
  /** Those that read the ledger's stream. */
  readonly streamReaders: readonly RoomFunction[]
  readonly topic: ITopic
}

/** The stream keeps records for a day; a reader that is half an hour behind has failed again and again. */
const BEHIND_MS = 30 * 60_000
/** Pages are looked at every hour: so many times without success are no accident. */
const HOURS_WITHOUT_PAGES = 3
/** Four fifths of the thousand executions at once that an account has unless it asked for more. */
const MOST_AT_ONCE = 800

/** What goes on by itself, where nobody waits for an answer and so nobody would complain. */
export class FlowAlarms extends Construct {
  constructor(scope: Construct, id: string, { deadLetters, streamReaders, topic }: FlowAlarmsProps) {
    super(scope, id)
    for (const queue of deadLetters) {
      new RunbookAlarm(this, `${queue.node.id}IsNotEmpty`, {
        ...{ page: 'something-was-given-up', topic, atLeast: 1 },
        says: `The queue ${queue.node.id} holds something that was given up after many tries.`,
        // A queue that nobody touched for hours says nothing, and then it is empty: what is in it keeps it awake.
        metric: queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: Stats.MAXIMUM }),
      })
    }
    for (const reader of streamReaders) {
      const name = reader.node.id
      new RunbookAlarm(this, `${name}IsBehind`, {
        ...{ page: 'the-stream-is-behind', topic, atLeast: BEHIND_MS, periods: 3 },
        says: `The function ${name} reads what happened in the ledger half an hour ago or more.`,
        metric: reader.alias.metric('IteratorAge', { period: FIVE_MINUTES, statistic: Stats.MAXIMUM }),
      })
    }
    this.pages(topic)
    new RunbookAlarm(this, 'FunctionsRunOutOfRoom', {
      ...{ page: 'functions-run-out-of-room', topic, atLeast: MOST_AT_ONCE },
      says: `${MOST_AT_ONCE} functions or more of this account ran at once; usually 1000 may.`,
      metric: new Metric({
        ...{ namespace: 'AWS/Lambda', metricName: 'ConcurrentExecutions' },
        ...{ statistic: Stats.MAXIMUM, period: Duration.minutes(1) },
      }),
    })
  }

  /** Silence is what it is about: a publisher that is never called counts nothing, and fails at nothing. */
  private pages(topic: ITopic): void {
    const period = Duration.hours(1)
    new RunbookAlarm(this, 'PagesAreStale', {
      ...{ page: 'the-pages-are-stale', topic, atLeast: 1, periods: HOURS_WITHOUT_PAGES },
      says: `For ${HOURS_WITHOUT_PAGES} hours the pages could not be brought to the edition in force.`,
      silence: TreatMissingData.BREACHING,
      metric: new MathExpression({
        expression: 'IF(FILL(refreshed, 0) < 1, 1, 0)',
        usingMetrics: { refreshed: counted(this, 'publisher', 'pagesRefreshed', { period }) },
        label: 'hours without pages',
        period,
      }),
    })
  }
}
