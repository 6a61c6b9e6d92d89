import { COST_PARTS } from '#ledger/cost-total.ts'
import type { Load } from './load.ts'
import type { Measurements } from './measurements.ts'

/** Something that ends somewhere. */
export interface Limit {
  /** "Requests to the API" */
  readonly what: string
  readonly unit: 'a second' | 'at once' | 'seconds'
  readonly load: (load: Load) => number
  readonly limit: number
  /** Where the limit is from. */
  readonly source: string
  /** What to do when it comes near. */
  readonly remedy: string
}

const QUOTAS = 'docs.aws.amazon.com: DynamoDB quotas'
const LAMBDA_QUOTAS = 'docs.aws.amazon.com: Lambda quotas'
const BEST_PRACTICE = 'repost.aws: why an on-demand table is throttled'

/** A partition of DynamoDB takes so many write units a second, and gives so many read units. */
const PARTITION_WRITES = 1000
const PARTITION_READS = 3000
/** `functions/ledger/period.ts`. */
const PERIOD_PARTS = 8
/** `infra/firewall.ts`: of what the API takes from all, one address gets a fifth. */
const SHARE_OF_ONE_ADDRESS = 0.2
/** `infra/audiences.ts`: how long finance's function may take. */
const FINANCE_SECONDS = 28
const DAY = 86_400

/** Every limit that growth comes to, in the order of the request's way. */
export function limitsOf({ stage, uses }: Measurements): readonly Limit[] {
  const { requestsPerSecond } = stage
  return [
    {
      ...{ what: 'Requests to the distribution', unit: 'a second', limit: 250_000 },
      load: ({ edgeRequests }) => edgeRequests,
      source: 'CloudFront’s default quota (from memory, not confirmed)',
      remedy: 'Ask AWS for more; the quota is adjustable.',
    },
    {
      ...{ what: 'Requests to the API', unit: 'a second', limit: requestsPerSecond },
      load: ({ apiRequests }) => apiRequests,
      source: 'the stage’s own setting requestsPerSecond',
      remedy: 'Raise the setting. It is there so that nobody’s mistake becomes a bill.',
    },
    {
      ...{
        what: 'Purchases from one server of a shop',
        unit: 'a second',
        limit: SHARE_OF_ONE_ADDRESS * requestsPerSecond,
      },
      load: ({ purchases }) => purchases,
      source: 'infra/firewall.ts: a fifth of requestsPerSecond for one address',
      remedy: 'Send them in batches: 100 purchases are one request.',
    },
    {
      ...{ what: 'Requests to all HTTP APIs of the account', unit: 'a second', limit: 10_000 },
      load: ({ apiRequests }) => apiRequests,
      source: 'API Gateway’s default quota',
      remedy: 'Ask AWS for more; the quota is adjustable.',
    },
    {
      ...{ what: 'Sign-ins', unit: 'a second', limit: 120 },
      load: ({ signIns }) => signIns,
      source: 'Cognito’s default quota for authentication (from memory, not confirmed)',
      remedy: 'Ask AWS for more, which costs by the request a second; or a provider of one’s own.',
    },
    {
      ...{ what: 'Executions of functions', unit: 'at once', limit: 1000 },
      load: ({ underWay }) => underWay,
      source: `${LAMBDA_QUOTAS}`,
      remedy: 'Ask AWS for more; the quota is adjustable.',
    },
    {
      ...{ what: 'Write units of a new table', unit: 'a second', limit: 4000 },
      load: ({ writeUnits }) => writeUnits,
      source: BEST_PRACTICE,
      remedy: 'It doubles by itself within half an hour. Warm the table before a great day (warm throughput).',
    },
    {
      ...{ what: 'Write units of any table', unit: 'a second', limit: 40_000 },
      load: ({ writeUnits }) => writeUnits,
      source: QUOTAS,
      remedy: 'Ask AWS for more; the quota is adjustable.',
    },
    {
      ...{ what: 'Entries in a part of a month (index period)', unit: 'a second', limit: PARTITION_WRITES },
      load: ({ purchases }) => purchases / PERIOD_PARTS,
      source: BEST_PRACTICE,
      remedy: `A month lies in ${PERIOD_PARTS} parts; the number in functions/ledger/period.ts may grow: what is stored stays where it is and is found.`,
    },
    {
      ...{ what: 'Uses in a part of the cost totals', unit: 'a second', limit: PARTITION_WRITES / 2 },
      load: ({ redemptions }) => redemptions / COST_PARTS,
      source: `${BEST_PRACTICE}; a transaction writes each total twice`,
      remedy: 'More parts and shards in functions/ledger/cost-total.ts.',
    },
    {
      ...{ what: 'Purchases of one member (a corporate account)', unit: 'a second', limit: PARTITION_WRITES / 2 },
      load: ({ purchasesOfOne }) => purchasesOfOne,
      source: `${BEST_PRACTICE}; a transaction writes the member’s item twice, and those at the same instant are tried again`,
      remedy: 'Send them in batches: all events of a member in a request are one transaction.',
    },
    {
      ...{ what: 'Readings of the editions', unit: 'a second', limit: PARTITION_READS },
      load: ({ editionsReadUnits }) => editionsReadUnits,
      source: `${BEST_PRACTICE}; ${uses.editionsReadUnits} read units for each function that is warm, once a minute`,
      remedy: 'Nothing: functions keep the editions for a minute.',
    },
    {
      ...{ what: 'The turn of a month, everybody looked at', unit: 'seconds', limit: DAY },
      load: ({ turnSeconds }) => turnSeconds,
      source: 'functions/herald: told within a day',
      remedy: 'More parts at once: MOST_AT_ONCE in infra/tier-changes.ts.',
    },
    {
      ...{ what: 'The impact of a draft, worked out', unit: 'seconds', limit: DAY },
      load: ({ forecastSeconds }) => forecastSeconds,
      source: 'functions/studio/run-impact.ts: a run is begun anew after a day',
      remedy: 'Several parts of the table at once, as the turn of a month does.',
    },
    {
      ...{ what: 'Finance’s outlook, all members counted', unit: 'seconds', limit: FINANCE_SECONDS },
      load: ({ censusSeconds }) => censusSeconds,
      source: 'the HTTP API waits no longer than 30 seconds',
      remedy:
        'The page is no longer answered: it would have to be worked out bit by bit, as impacts are. Costs, entries and exports count no members and go on.',
    },
    {
      ...{ what: 'Closing a month', unit: 'seconds', limit: FINANCE_SECONDS },
      load: ({ closingSeconds }) => closingSeconds,
      source: 'the HTTP API waits no longer than 30 seconds',
      remedy: 'STAGE=prod npm run close -- 2026-05 does the same without a limit of time.',
    },
  ]
}

/** How much of a limit is used up; 1: all of it. */
export const shareOf = (limit: Limit, load: Load): number => limit.load(load) / limit.limit
