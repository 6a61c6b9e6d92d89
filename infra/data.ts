import { RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  Billing,
  type ITableV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import type { OwnLedger, StageSettings } from './stage-settings.ts'

/** The index of entries by member and time. */
export const HISTORY = 'history'
/** The index of entries by the month in which they were booked, and the one of uses by order. */
export const PERIOD = 'period'
export const ORDERS = 'orders'

/**
 * The ledger's one table, of the shape that `functions/ledger/table.ts` gives a local one. It cannot be deleted by
 * mistake, goes back to any second of the last 35 days, is encrypted by a key of this account's own, and stays when the
 * stack goes. A ledger that was restored takes its place by the setting `ledger`; the key is the same.
 */
export class Data extends Construct {
  readonly table: ITableV2
  readonly key: Key

  constructor(scope: Construct, id: string, { ledger }: Pick<StageSettings, 'ledger'>) {
    super(scope, id)
    this.key = new Key(this, 'Key', {
      description: 'Encrypts the ledger and its backups',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.table = ledger ? this.adopted(ledger) : this.own()
  }

  private adopted({ tableName, streamArn }: OwnLedger): ITableV2 {
    return TableV2.fromTableAttributes(this, 'Ledger', {
      ...{ tableName, tableStreamArn: streamArn, encryptionKey: this.key },
      globalIndexes: [HISTORY, PERIOD, ORDERS],
    })
  }

  private own(): ITableV2 {
    return new TableV2(this, 'Ledger', {
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
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      encryption: TableEncryptionV2.customerManagedKey(this.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      // The library's own class and interface differ in a detail of their types.
    }) as ITableV2
  }
}
