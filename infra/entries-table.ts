import { Stack } from 'aws-cdk-lib'
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'

/** The columns of `functions/analytics/entry-columns.ts`, as Glue names their types. A test holds the two together. */
const COLUMNS: Readonly<Record<string, 'string' | 'bigint' | 'timestamp'>> = {
  ...{ kind: 'string', source: 'string', id: 'string', booked_at: 'timestamp', happened_at: 'timestamp' },
  ...{ happened_month: 'string', member: 'string', perk: 'string', tier: 'string', edition: 'bigint' },
  ...{ redemption: 'string', order_id: 'string', plan: 'string', units: 'bigint', amount_minor: 'bigint' },
  ...{ worth_minor: 'bigint', cost_minor: 'bigint', invoice_source: 'string', invoice_id: 'string' },
  invoice_amount_minor: 'bigint',
}

const HIVE = 'org.apache.hadoop.hive.ql.io.parquet'

/**
 * The table `entries` over the files in a bucket. Its partitions are worked out from the names of months, so that none has
 * ever to be added.
 */
export class EntriesTable extends Construct {
  constructor(scope: Construct, id: string, { bucket }: { readonly bucket: Bucket }) {
    super(scope, id)
    const { account, stackName } = Stack.of(this)
    const name = stackName.toLowerCase().replaceAll('-', '_')
    const database = new CfnDatabase(this, 'Database', { catalogId: account, databaseInput: { name } })
    const location = bucket.s3UrlForObject('entries/')
    const table = new CfnTable(this, 'Table', {
      catalogId: account,
      databaseName: name,
      tableInput: {
        name: 'entries',
        tableType: 'EXTERNAL_TABLE',
        parameters: {
          classification: 'parquet',
          'projection.enabled': 'true',
          'projection.period.type': 'date',
          'projection.period.format': 'yyyy-MM',
          'projection.period.range': '2020-01,NOW',
          'projection.period.interval': '1',
          'projection.period.interval.unit': 'MONTHS',
          'storage.location.template': `${location}period=\${period}/`,
        },
        partitionKeys: [{ name: 'period', type: 'string' }],
        storageDescriptor: {
          columns: Object.entries(COLUMNS).map(([column, type]) => ({ name: column, type })),
          location,
          inputFormat: `${HIVE}.MapredParquetInputFormat`,
          outputFormat: `${HIVE}.MapredParquetOutputFormat`,
          serdeInfo: { serializationLibrary: `${HIVE}.serde.ParquetHiveSerDe` },
        },
      },
    })
    table.addResourceDependency(database)
  }
}
