import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena'
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { DeadLetters } from './dead-letters.ts'
import { EntriesTable } from './entries-table.ts'
import { mayFollow, mayOnly } from './ledger-rights.ts'
import { RoomFunction } from './room-function.ts'

export interface AnalyticsProps {
  readonly table: ITableV2
  /** Makes members' pseudonyms. */
  readonly pseudonymKey: string
}

/** The ledger's entries as files, for questions in SQL (`functions/finance/sql`). Who may ask is decided in the account. */
export class Analytics extends Construct {
  readonly keeper: RoomFunction
  /** Of the entries as files. */
  readonly files: Bucket
  /** Names what of the stream could not be kept. */
  readonly notKept: IQueue

  constructor(scope: Construct, id: string, { table, pseudonymKey }: AnalyticsProps) {
    super(scope, id)
    const bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [
        { prefix: 'answers/', expiration: Duration.days(7) },
        { noncurrentVersionExpiration: Duration.days(35), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.files = bucket
    new EntriesTable(this, 'Entries', { bucket })
    this.workGroup(bucket)
    this.keeper = new RoomFunction(this, 'Keeper', {
      room: 'analytics',
      environment: { TABLE_NAME: table.tableName, ENTRIES_BUCKET: bucket.bucketName, PSEUDONYM_KEY: pseudonymKey },
      timeout: Duration.minutes(1),
    })
    const { keeper } = this
    mayOnly(keeper, table, { read: ['editions'] })
    this.mayPutDown(keeper, bucket)
    this.notKept = this.reads(keeper, table)
  }

  private workGroup(bucket: Bucket): void {
    new CfnWorkGroup(this, 'Questions', {
      name: Stack.of(this).stackName,
      description: 'What finance asks of the ledger',
      // One question ever asked would keep it, and with it the stack, from being deleted.
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        resultConfiguration: {
          outputLocation: bucket.s3UrlForObject('answers/'),
          encryptionConfiguration: { encryptionOption: 'SSE_S3' },
        },
      },
    })
  }

  private mayPutDown(keeper: RoomFunction, bucket: Bucket): void {
    keeper.addToRolePolicy(
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects('entries/*')] }),
    )
    const name = Stack.of(this).getLogicalId(bucket.node.defaultChild as CfnBucket)
    Validations.of(this).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${name}.Arn>/entries/*]`,
      reason: 'The files of entries are not known beforehand; their folder is.',
    })
  }

  /** In order, a thousand records or a minute at a time; what cannot be kept after all is named in a queue. */
  private reads(keeper: RoomFunction, table: ITableV2): IQueue {
    const queue = new DeadLetters(this, 'NotKept')
    mayFollow(keeper, table)
    new EventSourceMapping(this, 'Stream', {
      ...{ target: keeper.live, eventSourceArn: table.tableStreamArn ?? '' },
      ...{ startingPosition: StartingPosition.TRIM_HORIZON },
      ...{ batchSize: 1_000, maxBatchingWindow: Duration.minutes(1) },
      ...{
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 10,
        maxRecordAge: Duration.hours(20),
        onFailure: new SqsDlq(queue),
      },
    })
    return queue
  }
}
