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

/** What publishing writes: editions with their costs, and who did it. */
const PUBLISHED: readonly LedgerKind[] = ['editions', 'editionsHead', 'editionCosts', 'costSheet', 'studioLog']

type Environment = Readonly<Record<string, string>>

/** A function for each audience of the API, and what each may do with the ledger. */
export class Audiences extends Construct {
  readonly portal: RoomFunction
  readonly intake: RoomFunction
  readonly desk: RoomFunction
  readonly studio: RoomFunction
  readonly finance: RoomFunction
  readonly all: readonly RoomFunction[]

  constructor(scope: Construct, id: string, props: AudiencesProps) {
    super(scope, id)
    const { table, archive, identity, secrets, origin } = props
    // Machines are told apart by tokens of the staff's provider.
    const known = { ISSUER: identity.staff.issuer, FRONT_DOOR_KEY: secrets.frontDoorKey }
    const everyone = { TABLE_NAME: table.tableName, ...known }
    const sessions = { ...everyone, ORIGIN: origin, COOKIE_KEY: secrets.cookieKey }
    const closed = { ARCHIVE_BUCKET: archive.bucket.bucketName, PSEUDONYM_KEY: secrets.pseudonymKey }
    this.portal = this.forCustomers(props, { ...sessions, ...closed })
    this.intake = this.forShops(props, everyone)
    this.desk = this.forTills(props, sessions)
    this.studio = this.forMarketing(props, sessions)
    this.finance = this.forFinance(props, { ...sessions, ...closed })
    this.all = [this.portal, this.intake, this.desk, this.studio, this.finance]
  }

  private forCustomers({ table, archive, identity, secrets, settings }: AudiencesProps, common: Environment) {
    const { members, staff } = identity
    const portal = new RoomFunction(this, 'Portal', {
      room: 'portal',
      warm: settings.warmPortals,
      environment: {
        ...common,
        ...{ MEMBERS_ISSUER: members.issuer, CLIENT_ID: members.clientId, CLIENT_SECRET: members.clientSecret },
        ...{ STAFF_CLIENT_ID: staff.clientId, STAFF_CLIENT_SECRET: staff.clientSecret },
        ...{ EMAIL_KEY: secrets.emailKey, OPENAPI_FILE, OFFER_ORIGINS: settings.offerOrigins.join(' ') },
      },
      pack: packTheDocument,
    })
    // A newcomer is enrolled at the first sign-in, and signing out is noted with the member, as is the code of their card.
    mayWrite(portal, table, ['entry', 'member', 'address', 'card'])
    mayErase(portal, table)
    archive.mayRead(portal)
    return portal
  }

  private forShops({ table, secrets, settings }: AudiencesProps, common: Environment) {
    const intake = new RoomFunction(this, 'Intake', {
      room: 'intake',
      ...reservedFor('intake', settings),
      environment: { ...common, EMAIL_KEY: secrets.emailKey },
    })
    mayWrite(intake, table, ['entry', 'member', 'address', 'refusals', ...CHARGED])
    mayMatchCharges(intake, table)
    return intake
  }

  private forTills({ table, settings }: AudiencesProps, environment: Environment) {
    const desk = new RoomFunction(this, 'Desk', { room: 'desk', ...reservedFor('desk', settings), environment })
    // A use is counted with the member, for its order and in the month's costs; one that is taken back when it has been
    // invoiced makes a true-up. What a shop reported stays out of reach.
    mayWrite(desk, table, ['redemption', 'reversal', 'orderUses', 'member', 'costTotals', 'trueUp'])
    return desk
  }

  private forMarketing({ table, pages, publisher, settings }: AudiencesProps, common: Environment) {
    const studio = new RoomFunction(this, 'Studio', {
      room: 'studio',
      ...reservedFor('studio', settings),
      environment: { ...common, PUBLISHER: publisher.live.functionArn, PAGES_BUCKET: pages.bucketName },
      // It waits for the pages.
      timeout: Duration.seconds(29),
      // A picture of 40 million pixels is drawn in it.
      memorySizeMb: 1024,
      pack: packTheCodec,
    })
    mayWrite(studio, table, [...PUBLISHED, 'drafts', 'impacts'])
    mayKeepPictures(studio, pages)
    // What a draft would do is foretold from everyone's sums and uses; it shows no more of them than counts and ids.
    mayScan(studio, table)
    studio.addToRolePolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [publisher.live.functionArn] }),
    )
    return studio
  }

  private forFinance({ table, archive, settings }: AudiencesProps, common: Environment) {
    const finance = new RoomFunction(this, 'Finance', {
      room: 'finance',
      ...reservedFor('finance', settings),
      environment: { ...common, SEAL_KEY: archive.key.keyArn },
      // An export streams through it, and the API waits no longer than 30 seconds.
      timeout: Duration.seconds(28),
    })
    mayReadAll(finance, table)
    mayMatchCharges(finance, table)
    archive.mayClose(finance)
    // What was charged is matched to uses and booked, months are closed, and what perks cost is published with an edition.
    mayWrite(finance, table, [...CHARGED, ...PUBLISHED, 'closings', 'lastClosed'])
    return finance
  }
}
