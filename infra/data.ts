import { RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  Billing,
  type ITableV2,
  ProjectionType,
  StreamViewType,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import type { StageSettings } from './stage-settings.ts'

/** The index of entries by member and time. */
export const HISTORY = 'history'
/** The index of entries by the month in which they were booked, and the one of uses by order. */
export const PERIOD = 'period'
export const ORDERS = 'orders'

/**
 * The ledger's one table, of the shape that `functions/ledger/table.ts` gives a local one. It cannot be deleted by
 * mistake, goes back to any second of the last 35 days, and stays when the stack goes.
 */
export class Data extends Construct {
  readonly table: ITableV2

  constructor(scope: Construct, id: string, _settings: Pick<StageSettings, 'ledger'>) {
    super(scope, id)
    this.table = new TableV2(this, 'Ledger', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      globalSecondaryIndexes: [
        {
          indexName: HISTORY,
          partitionKey: { name: 'member', type: AttributeType.STRING },
          sortKey: { name: 'time', type: AttributeType.NUMBER },
          projectionType: ProjectionType.ALL,
        },
        {
          indexName: PERIOD,
          partitionKey: { name: 'period', type: AttributeType.STRING },
          sortKey: { name: 'recordedAt', type: AttributeType.NUMBER },
          projectionType: ProjectionType.ALL,
        },
        {
          indexName: ORDERS,
          partitionKey: { name: 'order', type: AttributeType.STRING },
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.NEW_IMAGE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      // The library's own class and interface differ in a detail of their types.
    }) as ITableV2
  }
}
