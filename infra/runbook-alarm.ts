import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

/** The pages of `docs/runbook.md` that say what to do, by their anchors. */
export type RunbookPage =
  | 'a-function-fails'
  | 'a-function-is-throttled'
  | 'a-function-takes-too-long'
  | 'a-new-version-fails'
  | 'the-api-answers-with-errors'
  | 'the-api-is-slow'
  | 'nobody-can-sign-in'
  | 'the-pages-are-stale'
  | 'the-ledger-refuses-work'
  | 'the-ledger-fails'
  | 'the-ledger-costs-more-than-it-should'
  | 'something-was-given-up'
  | 'the-stream-is-behind'
  | 'functions-run-out-of-room'

/** A sentence, and where to read on. */
export const seeRunbook = (sentence: string, page: RunbookPage | 'a-backup-failed') =>
  `${sentence} See docs/runbook.md#${page}`

export interface RunbookAlarmProps {
  readonly page: RunbookPage
  /** What is the matter when it goes off: one sentence, which the mail begins with. */
  readonly says: string
  readonly metric: IMetric
  /** It goes off at this value or above it. */
  readonly atLeast: number
  /** Out of how many periods in a row. Left out: 1. */
  readonly periods?: number
  /**
   * What it means when nothing was measured. Left out: that nothing happened, and so nothing is the matter, as with errors
   * where nobody called.
   */
  readonly silence?: TreatMissingData
  /** Who is told when it goes off, and when it is over. */
  readonly topic: ITopic
}

/** An alarm that says in its mail what to read, and tells somebody: there is none without either. */
export class RunbookAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: RunbookAlarmProps) {
    const { page, says, metric, atLeast, periods = 1, silence = TreatMissingData.NOT_BREACHING, topic } = props
    super(scope, id, {
      alarmDescription: seeRunbook(says, page),
      metric,
      threshold: atLeast,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: silence,
    })
    this.addAlarmAction(new SnsAction(topic))
    this.addOkAction(new SnsAction(topic))
  }
}

/** What most alarms look at: long enough to tell a fault from a hiccup, short enough that a till need not close. */
export const FIVE_MINUTES = Duration.minutes(5)
