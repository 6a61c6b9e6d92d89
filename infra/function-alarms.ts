import { MathExpression, type Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { RoomFunction } from './room-function.ts'
import { FIVE_MINUTES, RunbookAlarm } from './runbook-alarm.ts'
import { counted } from './stage-metrics.ts'

export interface FunctionAlarmsProps {
  readonly functions: readonly RoomFunction[]
  /** Those among them that answer requests: their own errors are answers, which Lambda takes for good ones. */
  readonly answering: readonly RoomFunction[]
  readonly topic: ITopic
}

/** One error may be a bad moment of the network; so many in five minutes are not. */
const FAILURES = 3
/** A share of the time a function has: beyond it, a slower day ends calls half-way. */
const NEARLY_OVER = 0.8

/** What is watched of every function, by the alias that everything calls. */
export class FunctionAlarms extends Construct {
  constructor(scope: Construct, id: string, { functions, answering, topic }: FunctionAlarmsProps) {
    super(scope, id)
    for (const one of functions) {
      const name = one.node.id
      new RunbookAlarm(this, `${name}Fails`, {
        ...{ page: 'a-function-fails', topic, atLeast: FAILURES },
        says: `The function ${name} failed ${FAILURES} times or more in five minutes.`,
        metric: answering.includes(one) ? failuresOf(this, one) : errorsOf(one),
      })
      new RunbookAlarm(this, `${name}IsThrottled`, {
        ...{ page: 'a-function-is-throttled', topic, atLeast: 1 },
        says: `Calls of the function ${name} were turned away, because too many of it ran at once.`,
        metric: one.alias.metricThrottles({ period: FIVE_MINUTES }),
      })
      const timeoutMs = one.timeout?.toMilliseconds() ?? 0
      new RunbookAlarm(this, `${name}TakesTooLong`, {
        ...{ page: 'a-function-takes-too-long', topic, periods: 3, atLeast: NEARLY_OVER * timeoutMs },
        says: `The function ${name} took nearly all of its ${timeoutMs / 1000} seconds, for a quarter of an hour.`,
        metric: one.alias.metricDuration({ period: FIVE_MINUTES, statistic: Stats.p(99) }),
      })
    }
  }
}

/** Calls that ended in an error or not at all. */
const errorsOf = (one: RoomFunction): Metric => one.alias.metricErrors({ period: FIVE_MINUTES })

/** The same, and answers that say the fault is ours. */
function failuresOf(scope: Construct, one: RoomFunction): MathExpression {
  return new MathExpression({
    expression: 'FILL(errors, 0) + FILL(failed, 0)',
    usingMetrics: { errors: errorsOf(one), failed: counted(scope, one.room, 'failed') },
    label: 'failures',
    period: FIVE_MINUTES,
  })
}
