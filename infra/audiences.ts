import { Duration } from 'aws-cdk-lib'
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import type { Archive } from './archive.ts'
import type { Identity } from './identity.ts'
import { type LedgerKind, mayErase, mayMatchCharges, mayReadAll, mayScan, mayWrite } from './ledger-rights.ts'
import { OPENAPI_FILE, packTheDocument } from './openapi-document.ts'
import { packTheCodec } from './picture-codec.ts'
import { mayKeepPictures } from './picture-rights.ts'
import { reservedFor } from './reserved-concurrency.ts'
import { RoomFunction } from './room-function.ts'
import type { Secrets } from './secrets.ts'
import type { StageSettings } from './stage-settings.ts'

export interface AudiencesProps {
  readonly table: ITableV2
  /** Closed months, and what signs them. */
  readonly archive: Archive
  readonly identity: Identity
  readonly secrets: Secrets
  /** Holds the studio's pictures, in a folder of their own. */
  readonly pages: Bucket
  /** Renders what the studio publishes. */
  readonly publisher: RoomFunction
  /** Where the pages are served from. */
  readonly origin: string
  readonly settings: StageSettings
}

/** What a supplier's charge writes: itself, and, once it is matched to a use, a true-up and a total. */
const CHARGED: readonly LedgerKind[] = ['actualCost', 'trueUp', 'costTotals']

/** A function for each audience of the API, and what each may do with the ledger. */
export class Audiences extends Construct {
  readonly portal: RoomFunction
  readonly intake: RoomFunction
  readonly desk: RoomFunction
  readonly studio: RoomFunction
  readonly finance: RoomFunction
  readonly all: readonly RoomFunction[]

  constructor(
    scope: Construct,
    id: string,
    { table, archive, identity, secrets, pages, publisher, origin, settings }: AudiencesProps,
  ) {
    super(scope, id)
    const { members, staff } = identity
    const { cookieKey, emailKey, pseudonymKey, frontDoorKey } = secrets
    // Machines are told apart by tokens of the staff's provider.
    const everyone = { TABLE_NAME: table.tableName, ISSUER: staff.issuer, FRONT_DOOR_KEY: frontDoorKey }
    const sessions = { ORIGIN: origin, COOKIE_KEY: cookieKey }
    const people = {
      ...{
        ...sessions,
        CLIENT_ID: members.clientId,
        CLIENT_SECRET: members.clientSecret,
        MEMBERS_ISSUER: members.issuer,
      },
      ...{ STAFF_CLIENT_ID: staff.clientId, STAFF_CLIENT_SECRET: staff.clientSecret },
    }
    const closed = { ARCHIVE_BUCKET: archive.bucket.bucketName, PSEUDONYM_KEY: pseudonymKey }

    this.portal = new RoomFunction(this, 'Portal', {
      room: 'portal',
      warm: settings.warmPortals,
      environment: {
        ...everyone,
        ...people,
        ...closed,
        EMAIL_KEY: emailKey,
        OPENAPI_FILE,
        OFFER_ORIGINS: settings.offerOrigins.join(' '),
      },
      pack: packTheDocument,
    })
    // A newcomer is enrolled at the first sign-in, and signing out is noted with the member, as is the code of their card.
    mayWrite(this.portal, table, ['entry', 'member', 'address', 'card'])
    mayErase(this.portal, table)
    archive.mayRead(this.portal)

    this.intake = new RoomFunction(this, 'Intake', {
      room: 'intake',
      ...reservedFor('intake', settings),
      environment: { ...everyone, EMAIL_KEY: emailKey },
    })
    mayWrite(this.intake, table, ['entry', 'member', 'address', 'refusals', ...CHARGED])
    mayMatchCharges(this.intake, table)

    this.desk = new RoomFunction(this, 'Desk', {
      room: 'desk',
      ...reservedFor('desk', settings),
      environment: { ...everyone, ...sessions },
    })
    // A use is counted with the member, for its order and in the month's costs; one that is taken back when it has been
    // invoiced makes a true-up. What a shop reported stays out of reach.
    mayWrite(this.desk, table, ['redemption', 'reversal', 'orderUses', 'member', 'costTotals', 'trueUp'])

    this.studio = new RoomFunction(this, 'Studio', {
      room: 'studio',
      ...reservedFor('studio', settings),
      environment: { ...everyone, ...sessions, PUBLISHER: publisher.live.functionArn, PAGES_BUCKET: pages.bucketName },
      // It waits for the pages.
      timeout: Duration.seconds(29),
      // A picture of 40 million pixels is drawn in it.
      memorySizeMb: 1024,
      pack: packTheCodec,
    })
    mayWrite(this.studio, table, [
      ...(['editions', 'editionsHead', 'editionCosts', 'drafts', 'studioLog', 'costSheet', 'impacts'] as const),
    ])
    mayKeepPictures(this.studio, pages)
    // What a draft would do is foretold from everyone's sums and uses; it shows no more of them than counts and ids.
    mayScan(this.studio, table)
    this.studio.addToRolePolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [publisher.live.functionArn] }),
    )

    this.finance = new RoomFunction(this, 'Finance', {
      room: 'finance',
      ...reservedFor('finance', settings),
      environment: { ...everyone, ...sessions, ...closed, SEAL_KEY: archive.key.keyArn },
      // An export streams through it, and the API waits no longer than 30 seconds.
      timeout: Duration.seconds(28),
    })
    mayReadAll(this.finance, table)
    mayMatchCharges(this.finance, table)
    archive.mayClose(this.finance)
    // What was charged is matched to uses and booked, months are closed, and what perks cost is published with an edition.
    mayWrite(this.finance, table, [
      ...CHARGED,
      ...(['closings', 'lastClosed', 'costSheet', 'editions', 'editionsHead', 'editionCosts', 'studioLog'] as const),
    ])
    this.all = [this.portal, this.intake, this.desk, this.studio, this.finance]
  }
}
