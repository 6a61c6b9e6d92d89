import { type Duration, Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import { FIVE_MINUTES } from './runbook-alarm.ts'

export interface CountedOptions {
  /** Left out: five minutes. */
  readonly period?: Duration
  /** Left out: the sum. */
  readonly statistic?: string
  readonly label?: string
  /** Of one version of the function alone: only failures are counted by version. */
  readonly version?: string
}

/** What a room of this stage counts (`functions/http/count.ts`, and its answers by kind). */
export function counted(scope: Construct, room: string, metricName: string, options: CountedOptions = {}): Metric {
  const { period = FIVE_MINUTES, statistic = 'Sum', label = metricName, version } = options
  return new Metric({
    namespace: Stack.of(scope).stackName,
    metricName,
    dimensionsMap: { service: room, ...(version !== undefined && { version }) },
    ...{ period, statistic, label },
  })
}
