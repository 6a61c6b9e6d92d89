import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { FIVE_MINUTES, RunbookAlarm } from './runbook-alarm.ts'
import { counted } from './stage-metrics.ts'

export interface ApiAlarmsProps {
  readonly api: HttpApi
  readonly topic: ITopic
}

/** Percent of all answers, and so many at least: one of ten at night is nothing to get up for. */
const SHARE = 1
const FEWEST = 5
const SLOW_MS = 3000

/** What customers, tills and shops meet at the one door to all functions. */
export class ApiAlarms extends Construct {
  constructor(scope: Construct, id: string, { api, topic }: ApiAlarmsProps) {
    super(scope, id)
    new RunbookAlarm(this, 'ApiAnswersWithErrors', {
      ...{ page: 'the-api-answers-with-errors', topic, atLeast: SHARE },
      says: `${SHARE} percent or more of the answers of the API in five minutes were errors of ours.`,
      metric: new MathExpression({
        expression: `IF(errors >= ${FEWEST}, 100 * errors / answers, 0)`,
        usingMetrics: {
          errors: api.metricServerError({ period: FIVE_MINUTES, statistic: Stats.SUM }),
          answers: api.metricCount({ period: FIVE_MINUTES, statistic: Stats.SUM }),
        },
        label: 'percent of answers',
        period: FIVE_MINUTES,
      }),
    })
    new RunbookAlarm(this, 'ApiIsSlow', {
      ...{ page: 'the-api-is-slow', topic, periods: 3, atLeast: SLOW_MS },
      says: `One of a hundred answers of the API took ${SLOW_MS / 1000} seconds or more, for a quarter of an hour.`,
      metric: api.metricLatency({ period: FIVE_MINUTES, statistic: Stats.p(99) }),
    })
    new RunbookAlarm(this, 'NobodyCanSignIn', {
      ...{ page: 'nobody-can-sign-in', topic, atLeast: FEWEST },
      says: `${FEWEST} people or more came back from the provider in five minutes and could not be signed in.`,
      metric: counted(this, 'portal', 'signInFailed'),
    })
  }
}
