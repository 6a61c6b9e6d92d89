import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events'
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { seeRunbook } from './runbook-alarm.ts'

export interface BackupAlarmProps {
  readonly table: ITableV2
  readonly topic: ITopic
}

/** A copy of the ledger that was not made. AWS Backup says so by an event, so no alarm counts anything here. */
export class BackupAlarm extends Construct {
  constructor(scope: Construct, id: string, { table, topic }: BackupAlarmProps) {
    super(scope, id)
    const says = `A backup of the ledger ended as ${EventField.fromPath('$.detail.state')}.`
    new Rule(this, 'BackupFailed', {
      description: seeRunbook('A backup of the ledger was not made.', 'a-backup-failed'),
      eventPattern: {
        source: ['aws.backup'],
        detailType: ['Backup Job State Change'],
        detail: { state: ['FAILED', 'ABORTED', 'EXPIRED'], resourceArn: [table.tableArn] },
      },
      targets: [new SnsTopic(topic, { message: RuleTargetInput.fromText(seeRunbook(says, 'a-backup-failed')) })],
    })
  }
}
