import { type Alarm, AlarmStatusWidget, type IWidget, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { DashboardProps } from './dashboard.ts'
import { lines, section } from './dashboard-section.ts'
import { ofTable } from './ledger-alarms.ts'
import { FIVE_MINUTES } from './runbook-alarm.ts'

/** Whether anything needs somebody, and how near the limits are. */
export function forOperations(props: DashboardProps): readonly IWidget[] {
  const { functions, streamReaders, deadLetters, table, alarms } = props
  const ofTheTable = (name: string, label: string) => ofTable(table.tableName, name, FIVE_MINUTES).with({ label })
  const running = new Metric({
    ...{ namespace: 'AWS/Lambda', metricName: 'ConcurrentExecutions', period: FIVE_MINUTES },
    ...{ statistic: Stats.MAXIMUM, label: 'in the whole account' },
  })
  return section(
    'Operations',
    'Red above, read on in docs/runbook.md: each alarm has its page there. Below is what is used of what there is.',
    alarmStates(alarms),
    lines(
      'Functions that failed',
      functions.map(({ alias, node }) => alias.metricErrors({ period: FIVE_MINUTES, label: node.id })),
    ),
    lines('Functions that run at once, at most', [running]),
    lines(
      'The ledger: units used, and what was turned away',
      [ofTheTable('ConsumedReadCapacityUnits', 'read'), ofTheTable('ConsumedWriteCapacityUnits', 'written')],
      [ofTheTable('ReadThrottleEvents', 'reads turned away'), ofTheTable('WriteThrottleEvents', 'writes turned away')],
    ),
    lines(
      'How far behind the stream its readers are, milliseconds',
      streamReaders.map(({ alias, node }) =>
        alias.metric('IteratorAge', { period: FIVE_MINUTES, statistic: Stats.MAXIMUM, label: node.id }),
      ),
    ),
    lines(
      'What was given up',
      deadLetters.map((queue) =>
        queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, label: queue.node.id }),
      ),
    ),
  )
}

function alarmStates(alarms: readonly Alarm[]): IWidget {
  return new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24, height: 6 })
}
