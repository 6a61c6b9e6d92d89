import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'

export interface BackupsProps {
  readonly table: ITableV2
}

/** Copies of the ledger that outlive the 35 days to any second of which the table itself goes back. */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, _props: BackupsProps) {
    super(scope, id)
  }
}
