/** A figure that nobody has measured, or that differs from shop to shop. */
export interface Assumption {
  /** How the command line calls it: "purchases" for --purchases. */
  readonly flag: string
  readonly usual: number
  /** The least and the most that is taken. */
  readonly range: readonly [number, number]
  /** What it is, and where the usual figure is from. */
  readonly sentence: string
}

const of = (flag: string, usual: number, range: readonly [number, number], sentence: string): Assumption => ({
  ...{ flag, usual, range, sentence },
})

const COUNT = [0, 1000] as const
const SHARE = [0, 1] as const
const MILLISECONDS = [0, 10_000] as const

/** Everything that is assumed, by name; each has a flag. */
export const ASSUMPTIONS = {
  purchases: of(
    'purchases',
    0.35,
    COUNT,
    'Purchases of a member in a month: 18,566 of 4,339 customers in 12.3 months of a UK gift shop (D. Chen 2015, Online Retail, UCI, doi 10.24432/C5BW33).',
  ),
  inBatches: of('in-batches', 0, SHARE, 'The share of purchases that shops send a hundred at a time.'),
  lookUps: of('look-ups', 0.3, COUNT, 'How often a till asks for a member’s perks, in a month.'),
  redemptions: of('redemptions', 0.2, COUNT, 'Perks that a member uses in a month.'),
  visits: of(
    'visits',
    0.5,
    COUNT,
    'How often a member looks at their own page in a month: three requests to the API and a page.',
  ),
  signIns: of('sign-ins', 0.25, COUNT, 'How often a member signs in in a month; a session lasts twelve hours.'),
  active: of('active', 0.2, SHARE, 'The share of members who sign in in a month at all.'),
  pageViews: of('page-views', 1.5, COUNT, 'Public pages seen in a month, for each member there is.'),
  firstViews: of('first-views', 0.4, SHARE, 'The share of page views by a browser that has none of the files yet.'),
  tierChanges: of('tier-changes', 0.03, COUNT, 'How often a member’s tier changes, in a month.'),
  monthsKept: of('months-kept', 24, [1, 240], 'How many months of entries the ledger holds.'),
  forecasts: of(
    'forecasts',
    4,
    [0, 1000],
    'How often a month the studio works out what a draft would do to everybody.',
  ),
  publications: of('publications', 4, [0, 1000], 'How often a month something is published.'),
  questions: of('questions', 100, [0, 100_000], 'Questions a month in SQL, each of which looks through all files.'),
  machines: of('machines', 3, [0, 10_000], 'Machines that fetch a token every hour: a shop, its tills, a back office.'),
  databaseMs: of('database-ms', 4, MILLISECONDS, 'Milliseconds that a function waits for a call to DynamoDB.'),
  scanMs: of('scan-ms', 50, MILLISECONDS, 'Milliseconds that a megabyte of a scan takes to come.'),
  providerMs: of('provider-ms', 60, MILLISECONDS, 'Milliseconds that a sign-in waits for the provider.'),
  putMs: of('put-ms', 30, MILLISECONDS, 'Milliseconds that putting a file into S3 takes.'),
  machineFactor: of(
    'machine-factor',
    1,
    [0.1, 10],
    'How much slower a whole processor of Lambda (arm64) is than the machine that measured.',
  ),
  coldShare: of('cold-share', 0.01, SHARE, 'The share of invocations that start a function first.'),
  coldMs: of('cold-ms', 400, MILLISECONDS, 'Milliseconds of such a start, which are billed.'),
  recordsPerBatch: of(
    'records-per-batch',
    20,
    [1, 1000],
    'Records of the stream that reach a function at once; more when there is more to do.',
  ),
  headBytes: of(
    'head-bytes',
    900,
    [0, 10_000],
    'Bytes of what the distribution adds to the head of an answer: mostly the rules for scripts.',
  ),
  fileBytes: of(
    'file-bytes',
    100,
    [1, 10_000],
    'Bytes of an entry in the files for SQL. Those measured are packed better, as the demo’s are all alike.',
  ),
  missed: of('missed', 0.05, SHARE, 'The share of pages and files that the edge has to fetch.'),
  peak: of(
    'peak',
    13,
    [1, 10_000],
    'The busiest hour against the mean: 26 purchases against 2.07 in that shop’s year.',
  ),
} as const satisfies Readonly<Record<string, Assumption>>

export type AssumptionName = keyof typeof ASSUMPTIONS
export type Assumed = Readonly<Record<AssumptionName, number>>

export const ASSUMPTION_NAMES = Object.keys(ASSUMPTIONS) as readonly AssumptionName[]

/** What is assumed where nothing else is said. */
export const USUAL: Assumed = Object.fromEntries(
  ASSUMPTION_NAMES.map((name) => [name, ASSUMPTIONS[name].usual]),
) as Record<AssumptionName, number>
