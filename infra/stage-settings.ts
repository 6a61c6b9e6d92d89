import { nearestName } from './nearest-name.ts'
import { findDisagreements } from './setting-disagreements.ts'
import { notKnown, objectOf, type Place, partsOf, placeOfAll, shown } from './setting-readers.ts'
import { SETTINGS } from './setting-table.ts'

/** An address of one's own for the portal. */
export interface OwnDomain {
  /** "loyalty.shop.example" */
  readonly name: string
  /** ARN of its certificate, in us-east-1, where CloudFront looks for it. */
  readonly certificate: string
  /** Id of the hosted zone in Route 53 that leads to the portal; null where its records are kept elsewhere. */
  readonly hostedZone: string | null
}

/** An OpenID Connect provider that is there already, in the place of the user pools that are made otherwise. */
export interface OwnProvider {
  readonly issuer: string
  readonly clientId: string
  /** Name of the secret in Secrets Manager whose text is the portal's client secret. */
  readonly secretName: string
}

/** A ledger that is there already, as after a restore, in the place of the one that is made otherwise. */
export interface OwnLedger {
  readonly tableName: string
  readonly streamArn: string
}

/** What a stage is made by: `cdk.json`, context "stages". */
export interface StageSettings {
  /** "prod" */
  readonly stage: string
  /** "eu-west-2" */
  readonly region: string
  /** Left to the credentials where it is null. */
  readonly account: string | null
  readonly domain: OwnDomain | null
  readonly provider: OwnProvider | null
  readonly ledger: OwnLedger | null
  /**
   * Whom mails about sign-in come from: an address of a domain that Amazon SES has verified in the stage's region; null:
   * Cognito itself, which sends no more than 50 a day.
   */
  readonly senderMail: string | null
  /** Who is written to when an alarm goes off or the budget is nearly used; null: nobody. */
  readonly alarmMail: string | null
  /** US dollars a month, for what bears the stage's tag; null: none is kept. */
  readonly monthlyBudgetUsd: number | null
  /** Origins of other sites whose pages may ask for a quote. */
  readonly offerOrigins: readonly string[]
  /** Whether a new version first takes a tenth of the calls, and goes back by itself when it fails. */
  readonly isGradual: boolean
  /** Whether functions have concurrency set aside or capped: an account needs 100 executions beyond what is reserved. */
  readonly reservesConcurrency: boolean
  /** Portals kept warm (provisioned concurrency): 0 for none. */
  readonly warmPortals: number
  /** Requests a second, for all together, beyond which the API refuses. */
  readonly requestsPerSecond: number
  /** Whether a web firewall stands before the portal. */
  readonly hasFirewall: boolean
}

/** Settings that are missing or wrong; the message names each, and what to write instead. */
export class StageFault extends Error {
  override readonly name = 'StageFault'
}

/** The stage asked for where nobody names one. */
const USUAL_STAGE = 'dev'

/** It becomes part of names that are lower case, and "prod-edge" would be the name of prod's own second stack. */
const STAGE = /^(?!.*-edge$)[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?$/

/** The settings themselves, as they are said by name in the app's context (`-c region=eu-west-2`). */
const NAMES = Object.keys(SETTINGS)

/**
 * The settings of a stage. `context` reads a value of the app's context: "stage" names the stage, "stages" has all of them,
 * and any setting may be given by its own name besides (`-c region=eu-west-2`). `said` are the names in the context, among
 * which one that is no setting is found. Throws one {@link StageFault} that names all that is wrong.
 */
export function stageSettings(context: (key: string) => unknown, said: readonly string[] = []): StageSettings {
  const faults: string[] = []
  const everything = placeOfAll((name, sentence) => faults.push(`${name}: ${sentence}`))
  const stage = context('stage') ?? USUAL_STAGE
  const own = ownSettings(stage, context('stages'), everything)
  const besides = NAMES.map((name) => [name, context(name)] as const).filter(([, value]) => value !== undefined)
  for (const name of said.filter(isMeantAsSetting)) everything.within(name).fault(notKnown(name, ['stage', ...NAMES]))
  const settings = own && partsOf(SETTINGS, '')({ ...own, ...Object.fromEntries(besides) }, everything)
  if (settings) findDisagreements(settings, everything)
  if (settings && faults.length === 0) return { ...settings, stage: String(stage) }
  const which = typeof stage === 'string' ? ` ${shown(stage)}` : ''
  throw new StageFault([`The stage${which} cannot be made. In cdk.json, or after -c, mend:`, ...faults].join('\n- '))
}

/** What `cdk.json` says of the stage. */
function ownSettings(stage: unknown, said: unknown, at: Place): Readonly<Record<string, unknown>> | undefined {
  const place = at.within('stage')
  if (typeof stage !== 'string' || !STAGE.test(stage)) {
    const write = 'Write up to 20 small letters and digits, hyphens between them, and no "-edge" at the end.'
    return place.fault(`It is ${shown(stage)}. ${write}`)
  }
  const stages = objectOf(said)
  if (!stages) return at.within('stages').fault('It is missing. Write {"dev": {"region": "eu-west-2"}} to the context.')
  const own = Object.hasOwn(stages, stage) ? objectOf(stages[stage]) : undefined
  if (own === null) return at.within('stages').within(stage).fault('Write an object: {"region": "eu-west-2"}.')
  return own ?? place.fault(`There is no stage ${shown(stage)}. cdk.json has ${Object.keys(stages).join(', ')}.`)
}

/** The context has the CDK's own names too, which bear marks that no setting's has. */
function isMeantAsSetting(name: string): boolean {
  if (['stage', 'stages', ...NAMES].includes(name) || /[:/@]/.test(name)) return false
  return /^\w+$/.test(name) || nearestName(name, NAMES) !== null
}
