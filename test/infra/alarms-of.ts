import type { Template } from 'aws-cdk-lib/assertions'
import { resourcesOf } from './template.ts'

/** An alarm as CloudFormation gets it, as far as tests look. */
export interface AlarmResource {
  readonly id: string
  readonly description: string
  readonly actions: readonly unknown[]
  readonly silence: string
  readonly metrics: readonly AlarmMetric[]
}

/** What an alarm looks at: a metric of its own, or one within an expression. */
export interface AlarmMetric {
  readonly namespace: string
  readonly name: string
  /** By name; references as JSON. */
  readonly dimensions: Readonly<Record<string, string>>
}

interface Measured {
  readonly Namespace?: string
  readonly MetricName?: string
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[]
}

export function alarmsOf(template: Template): readonly AlarmResource[] {
  return resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ id, Properties }) => {
    const { AlarmDescription, AlarmActions, OKActions, TreatMissingData, Metrics = [], ...own } = Properties
    const within = (Metrics as { MetricStat?: { Metric: Measured } }[]).flatMap(
      ({ MetricStat }) => MetricStat?.Metric ?? [],
    )
    return {
      ...{ id, description: String(AlarmDescription), silence: String(TreatMissingData) },
      actions: [...((AlarmActions ?? []) as unknown[]), ...((OKActions ?? []) as unknown[])],
      metrics: [...within, ...('MetricName' in own ? [own as Measured] : [])].map(metricOf),
    }
  })
}

function metricOf({ Namespace = '', MetricName = '', Dimensions = [] }: Measured): AlarmMetric {
  const dimensions = Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, JSON.stringify(Value)]))
  return { namespace: Namespace, name: MetricName, dimensions }
}
