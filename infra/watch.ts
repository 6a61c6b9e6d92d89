import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { RoomFunction } from './room-function.ts'
import type { StageSettings } from './stage-settings.ts'

export interface WatchProps {
  readonly settings: StageSettings
  readonly functions: readonly RoomFunction[]
  readonly table: ITableV2
  readonly api: HttpApi
  /** Where what failed for good is put down: each should be empty. */
  readonly deadLetters: readonly IQueue[]
}

/** Alarms, each with its page in `docs/runbook.md`, the dashboard, and the budget. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, _props: WatchProps) {
    super(scope, id)
  }
}
