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

/**
 * The settings of a stage. `context` reads a value of the app's context: "stage" names the stage, "stages" has all of them,
 * and any setting may be given by its own name besides (`-c region=eu-west-2`). Throws one {@link StageFault} that names all
 * that is wrong.
 */
export function stageSettings(context: (key: string) => unknown): StageSettings {
  const stage = String(context('stage') ?? USUAL_STAGE)
  const stages = (context('stages') ?? {}) as Readonly<Record<string, Partial<StageSettings>>>
  const own = stages[stage]
  if (!own) throw new StageFault(`There is no stage "${stage}". cdk.json has ${Object.keys(stages).join(', ')}.`)
  return { ...UNLESS_SAID, ...own, stage, region: String(own.region) }
}

const UNLESS_SAID: Omit<StageSettings, 'stage' | 'region'> = {
  account: null,
  domain: null,
  provider: null,
  ledger: null,
  alarmMail: null,
  monthlyBudgetUsd: null,
  offerOrigins: [],
  isGradual: false,
  reservesConcurrency: false,
  warmPortals: 0,
  requestsPerSecond: 500,
  hasFirewall: true,
}
