import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import type { RoomFunction } from './room-function.ts'

export interface TierChangesProps {
  readonly table: ITableV2
}

/** Tells the account's event bus when a member's tier changes: by what was bought, or by the turn of a month. */
export class TierChanges extends Construct {
  readonly functions: readonly RoomFunction[] = []

  constructor(scope: Construct, id: string, _props: TierChangesProps) {
    super(scope, id)
  }
}
