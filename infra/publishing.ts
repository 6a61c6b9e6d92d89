import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Duration, Stack, Validations } from 'aws-cdk-lib'
import type { KeyValueStore } from 'aws-cdk-lib/aws-cloudfront'
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { mayOnly } from './ledger-rights.ts'
import { mayReadPictures } from './picture-rights.ts'
import { reservedFor } from './reserved-concurrency.ts'
import { bundleWhole, packPackages } from './room-code.ts'
import { RoomFunction } from './room-function.ts'
import type { StageSettings } from './stage-settings.ts'

export interface PublishingProps {
  readonly table: ITableV2
  readonly pages: Bucket
  /** Says which of the sites in the bucket is served. */
  readonly pointer: KeyValueStore
  /** Where the pages are found: "https://d111111abcdef8.cloudfront.net". */
  readonly origin: string
  readonly settings: Pick<StageSettings, 'reservesConcurrency'>
}

const BUILT = fileURLToPath(new URL('../web/dist', import.meta.url))

/** Where sites, and the hashed files of all of them, are put down (`functions/publisher/s3-store.ts`). */
const FOLDERS = ['sites/*', 'shared/*']

/** Renders the pages of an edition into the bucket. */
export class Publishing extends Construct {
  readonly publisher: RoomFunction

  constructor(scope: Construct, id: string, { table, pages, pointer, origin, settings }: PublishingProps) {
    super(scope, id)
    this.publisher = new RoomFunction(this, 'Publisher', {
      room: 'publisher',
      ...reservedFor('publisher', settings),
      environment: {
        TABLE_NAME: table.tableName,
        PAGES_BUCKET: pages.bucketName,
        PAGES_POINTER: pointer.keyValueStoreArn,
        SITE_FOLDER: '/var/task/site',
        ORIGIN: origin,
      },
      timeout: Duration.minutes(2),
      pack: packTheSite,
    })
    const { publisher } = this
    mayOnly(publisher, table, { read: ['editions'] })
    mayPutDown(publisher, pages)
    mayReadPictures(publisher, pages)
    maySwitch(publisher, pointer)
    const bucket = Stack.of(this).getLogicalId(pages.node.defaultChild as CfnBucket)
    for (const folder of FOLDERS) {
      const id = `AwsSolutions-IAM5[Resource::<${bucket}.Arn>/${folder}]`
      Validations.of(this).acknowledge({ id, reason: 'The files of a site are not known beforehand; their folder is.' })
    }
    new Rule(this, 'PagesAreSwept', {
      schedule: Schedule.cron({ minute: '31', hour: '3' }),
      targets: [
        new LambdaFunction(publisher.live, { event: RuleTargetInput.fromObject({ sweep: true }), retryAttempts: 0 }),
      ],
    })
    // Every hour, because the hour in which a month begins depends on the program's zone, which only the ledger knows.
    // Publishing what is served already does no harm.
    new Rule(this, 'EditionTakesEffect', {
      schedule: Schedule.cron({ minute: '1' }),
      targets: [new LambdaFunction(publisher.live, { retryAttempts: 2 })],
    })
  }
}

/** Puts down sites and hashed files, and takes old ones away; the bucket keeps their versions. */
function mayPutDown(publisher: RoomFunction, pages: Bucket): void {
  const objects = FOLDERS.map((key) => pages.arnForObjects(key))
  const actions = ['PutObject', 'GetObject', 'DeleteObject'].map((action) => `s3:${action}`)
  publisher.addToRolePolicy(new PolicyStatement({ actions, resources: objects }))
  publisher.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [pages.bucketArn] }))
}

/** Says which site is served, on condition that nobody else did meanwhile. */
function maySwitch(publisher: RoomFunction, pointer: KeyValueStore): void {
  const actions = ['DescribeKeyValueStore', 'GetKey', 'PutKey'].map((action) => `cloudfront-keyvaluestore:${action}`)
  publisher.addToRolePolicy(new PolicyStatement({ actions, resources: [pointer.keyValueStoreArn] }))
}

/** Packs the built pages beside the function: the renderer with all that it imports, and the files pages refer to. */
function packTheSite(folder: string): void {
  bundleWhole(join(BUILT, 'server', 'entry.mjs'), join(folder, 'site', 'server', 'entry.mjs'))
  cpSync(join(BUILT, 'client'), join(folder, 'site', 'client'), { recursive: true })
  // What draws the pictures of shared pages reads its code from beside itself.
  packPackages(['@resvg/resvg-wasm'], folder)
}
