import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { Analytics } from './analytics.ts'
import { Archive } from './archive.ts'
import { Audiences } from './audiences.ts'
import { Backups } from './backups.ts'
import { Data } from './data.ts'
import { FrontDoor } from './front-door.ts'
import { Identity } from './identity.ts'
import { Publishing } from './publishing.ts'
import { Secrets } from './secrets.ts'
import { Site } from './site.ts'
import { tellOutputs } from './stack-outputs.ts'
import type { StageSettings } from './stage-settings.ts'
import { TierChanges } from './tier-changes.ts'
import { Watch } from './watch.ts'

export interface CleartierStackProps extends StackProps {
  readonly settings: StageSettings
  /** The web firewall before the distribution; null where there is none. */
  readonly firewallArn: string | null
}

/** All of Cleartier in one account and region. Nothing here decides anything: it connects what the other files make. */
export class CleartierStack extends Stack {
  constructor(scope: Construct, id: string, { settings, firewallArn, ...props }: CleartierStackProps) {
    super(scope, id, props)
    const { table, key } = new Data(this, 'Data', settings)
    new Backups(this, 'Backups', { table, key })
    const archive = new Archive(this, 'Archive')
    const secrets = new Secrets(this, 'Secrets')
    const frontDoor = new FrontDoor(this, 'FrontDoor', settings)
    const { api } = frontDoor
    const { frontDoorKey } = secrets
    const site = new Site(this, 'Site', { api, frontDoorKey, firewallArn, ...settings })
    const { bucket, pointer, origin } = site
    const identity = new Identity(this, 'Identity', { ...settings, origin })
    const { publisher } = new Publishing(this, 'Publishing', { table, pages: bucket, pointer, origin, settings })
    const audiences = new Audiences(this, 'For', {
      ...{ table, archive, identity, secrets, pages: bucket, publisher },
      ...{ origin, settings },
    })
    frontDoor.leadsTo(audiences)
    const analytics = new Analytics(this, 'Analytics', { table, pseudonymKey: secrets.pseudonymKey })
    const tierChanges = new TierChanges(this, 'TierChanges', { table })
    new Watch(this, 'Watch', {
      ...{ settings, audiences, table, api, distributionId: site.distributionId },
      functions: [...audiences.all, publisher, analytics.keeper, ...tierChanges.functions],
      streamReaders: [analytics.keeper, tierChanges.follower],
      deadLetters: [analytics.notKept, ...tierChanges.deadLetters],
    })
    tellOutputs(this, {
      ...{ Address: origin, ApiAddress: api.apiEndpoint, DistributionId: site.distributionId },
      ...{ TableName: table.tableName, PagesBucket: bucket.bucketName, ArchiveBucket: archive.bucket.bucketName },
      ...{ EntriesBucket: analytics.files.bucketName, PublisherName: publisher.live.functionName },
      ...{ TierChangesBus: tierChanges.bus.eventBusName, TurnWork: tierChanges.work.queueUrl },
      ...{ NotTold: tierChanges.notTold.queueUrl, NotDone: tierChanges.notDone.queueUrl },
      NotKept: analytics.notKept.queueUrl,
      ...{ FinanceName: audiences.finance.functionName, IntakeName: audiences.intake.functionName },
    })
  }
}
