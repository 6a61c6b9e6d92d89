import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { AlarmTopic } from './alarm-topic.ts'
import { ApiAlarms } from './api-alarms.ts'
import type { Audiences } from './audiences.ts'
import { BackupAlarm } from './backup-alarm.ts'
import { Budget } from './budget.ts'
import { Dashboard } from './dashboard.ts'
import { FlowAlarms } from './flow-alarms.ts'
import { FunctionAlarms } from './function-alarms.ts'
import { LedgerAlarms } from './ledger-alarms.ts'
import { Rollouts } from './rollouts.ts'
import type { RoomFunction } from './room-function.ts'
import type { StageSettings } from './stage-settings.ts'

export interface WatchProps {
  readonly settings: StageSettings
  /** All functions there are. */
  readonly functions: readonly RoomFunction[]
  /** Those among them that answer requests. */
  readonly audiences: Audiences
  /** Those among them that read the ledger's stream. */
  readonly streamReaders: readonly RoomFunction[]
  readonly table: ITableV2
  readonly api: HttpApi
  readonly distributionId: string
  /** Where what failed for good is put down: each should be empty. */
  readonly deadLetters: readonly IQueue[]
}

/** Alarms, each with its page in `docs/runbook.md`, roll-outs that heed them, the dashboard, and the budget. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, { settings, ...watched }: WatchProps) {
    super(scope, id)
    const { functions, audiences, streamReaders, table, api, deadLetters } = watched
    const { topic } = new AlarmTopic(this, 'Told', { mail: settings.alarmMail })
    new FunctionAlarms(this, 'Functions', { functions, answering: audiences.all, topic })
    new ApiAlarms(this, 'Api', { api, topic })
    new LedgerAlarms(this, 'Ledger', { table, monthlyBudgetUsd: settings.monthlyBudgetUsd, topic })
    new FlowAlarms(this, 'Flow', { deadLetters, streamReaders, topic })
    new BackupAlarm(this, 'Backup', { table, topic })
    if (settings.isGradual) new Rollouts(this, 'Rollouts', { functions: audiences.all, topic })
    new Budget(this, 'Budget', settings)
    const alarms = this.node.findAll().filter((one) => one instanceof Alarm)
    new Dashboard(this, 'Dashboard', { ...watched, scope: this, alarms })
  }
}
