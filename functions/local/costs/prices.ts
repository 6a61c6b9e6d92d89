import { nano } from './dollars.ts'
import type { Band, Price, Service, Source } from './price.ts'

/** The region of all prices; elsewhere most are up to a quarter higher. */
export const PRICE_REGION = 'us-east-1'

const READ_ON = '2026-11-22'
const MILLION = 1_000_000n
const GB = 1024n ** 3n
const TB = 1024n * GB
/** A gigabyte of memory for a second, in megabytes and milliseconds. */
const GB_SECOND = 1024n * 1000n

const source = (service: string, readIn: string | null): Source => ({
  page: `aws.amazon.com/${service}/pricing`,
  readIn,
  readOn: READ_ON,
})

const DYNAMODB = source('dynamodb', 'airbyte.com/data-engineering-resources/dynamodb-pricing')
const DYNAMODB_TABLE = source('dynamodb', 'aws.amazon.com/dynamodb/pricing')
const DYNAMODB_COPIES = source('dynamodb', 'finops.com.py/services/dynamodb/backups')
const LAMBDA = source('lambda', 'cloudchipr.com/blog/aws-lambda-pricing')
const HTTP_API = source('api-gateway', 'amnic.com/blogs/aws-api-gateway-pricing')
const EDGE = source('cloudfront', 'aws.amazon.com/cloudfront/pricing')
const EDGE_REQUESTS = source('cloudfront', 'kindatechnical.com/aws-certification-associate-developer')
const EDGE_FUNCTIONS = source('cloudfront', 'cur.vantage.sh/aws/amazoncloudfront')
const WAF = source('waf', 'c3x.dev/blog/aws-waf-cost-explained')
const WATCH = source('cloudwatch', 'factualminds.com/blog/amazon-cloudwatch-pricing-metrics-logs-alarms-dashboards')
const METRICS = source('cloudwatch', 'signoz.io/guides/cloudwatch-pricing')
const WATCH_REPORT = source('cloudwatch', 'github.com/vreutova/infracost-idem-support/pull/2')
const COGNITO = source('cognito', 'github.com/api-evangelist/amazon-cognito')
const TOKENS = source('cognito', 'cur.vantage-api.com/aws/amazoncognito/user-pools-m2m')
const CLIENTS = source('cognito', 'rhythmictech.com/blog/the-aws-cognito-m2m-bill-has-come-due-what-you-need-to-know')
const KMS = source('kms', 'wring.co/blog/aws-kms-pricing-guide')
const SECRETS = source(
  'secrets-manager',
  'hivebook.wiki/wiki/aws-secrets-manager-rotated-secrets-dynamic-db-credentials-kms',
)
const FILES_KEPT = source('s3', 'github.com/acm-uiuc/core/pull/267')
const FILES = source('s3', 'cloudoptimo.com/blog/a-look-into-aws-s3-pricing-models')
const BUS = source('eventbridge', 'cloudburn.io/blog/amazon-eventbridge-pricing')
const QUEUES = source('sqs', 'cloudburn.io/blog/amazon-sqs-pricing')
const ATHENA = source(
  'athena',
  'geeklogbook.com/sending-athena-query-results-to-amazon-sqs-architecture-costs-and-limitations',
)

/** A band that ends, and one that does not. */
const until = (upTo: bigint, dollars: string): Band => ({ upTo, nanoDollars: nano(dollars) })
const then = (dollars: string): Band => ({ upTo: null, nanoDollars: nano(dollars) })

function price(service: Service, what: string, per: bigint, source: Source, ...bands: readonly Band[]): Price {
  return { service, what, per, source, bands }
}

/** What every meter asks, on demand, in {@link PRICE_REGION}, before taxes and discounts. */
export const PRICES = {
  readUnits: price('DynamoDB', 'a million read request units', MILLION, DYNAMODB, then('0.125')),
  writeUnits: price('DynamoDB', 'a million write request units', MILLION, DYNAMODB, then('0.625')),
  tableBytes: price('DynamoDB', 'a GB stored for a month', GB, DYNAMODB_TABLE, until(25n * GB, '0'), then('0.25')),
  recoveryBytes: price('DynamoDB', 'a GB kept recoverable for a month', GB, DYNAMODB_COPIES, then('0.20')),
  backupBytes: price('DynamoDB', 'a GB of backups kept for a month', GB, DYNAMODB_COPIES, then('0.10')),
  invocations: price('Lambda', 'a million invocations', MILLION, LAMBDA, until(MILLION, '0'), then('0.20')),
  megabyteMilliseconds: price(
    ...(['Lambda', 'a million GB-seconds (arm64)', MILLION * GB_SECOND, LAMBDA] as const),
    until(400_000n * GB_SECOND, '0'),
    until(7_500n * MILLION * GB_SECOND, '13.3334'),
    until(18_750n * MILLION * GB_SECOND, '12.0001'),
    then('10.6667'),
  ),
  apiRequests: price(
    ...(['HTTP API', 'a million requests of up to 512 kB', MILLION, HTTP_API] as const),
    until(300n * MILLION, '1.00'),
    then('0.90'),
  ),
  edgeRequests: price(
    'CloudFront',
    'ten thousand HTTPS requests',
    10_000n,
    EDGE_REQUESTS,
    until(10n * MILLION, '0'),
    then('0.01'),
  ),
  edgeBytes: price(
    ...(['CloudFront', 'a GB to visitors (North America, Europe)', GB, EDGE] as const),
    until(TB, '0'),
    until(10n * TB, '0.085'),
    until(50n * TB, '0.080'),
    until(150n * TB, '0.060'),
    until(500n * TB, '0.040'),
    until(1024n * TB, '0.030'),
    until(5n * 1024n * TB, '0.025'),
    then('0.020'),
  ),
  edgeFunctions: price(
    ...(['CloudFront', 'a million calls of CloudFront Functions', MILLION, EDGE_FUNCTIONS] as const),
    until(2n * MILLION, '0'),
    then('0.10'),
  ),
  pointerReads: price(
    ...(['CloudFront', 'a million readings of its key-value store', MILLION, source('cloudfront', null)] as const),
    until(2n * MILLION, '0'),
    then('0.03'),
  ),
  firewalls: price('WAF', 'a web ACL for a month', 1n, WAF, then('5.00')),
  firewallRules: price('WAF', 'a rule or managed group for a month', 1n, WAF, then('1.00')),
  firewallRequests: price('WAF', 'a million requests inspected', MILLION, WAF, then('0.60')),
  logBytes: price('CloudWatch', 'a GB of logs taken in', GB, WATCH, until(5n * GB, '0'), then('0.50')),
  logMonths: price('CloudWatch', 'a GB of logs kept for a month', GB, WATCH_REPORT, then('0.03')),
  metrics: price('CloudWatch', 'a metric of our own for a month', 1n, METRICS, until(10n, '0'), then('0.30')),
  alarms: price(
    'CloudWatch',
    'a metric that an alarm looks at, for a month',
    1n,
    WATCH_REPORT,
    until(10n, '0'),
    then('0.10'),
  ),
  dashboards: price('CloudWatch', 'a dashboard for a month', 1n, WATCH, until(3n, '0'), then('3.00')),
  activeMembers: price(
    ...(['Cognito', 'a person active in a month (Essentials)', 1n, COGNITO] as const),
    until(10_000n, '0'),
    then('0.015'),
  ),
  machineClients: price('Cognito', 'a client for a machine, for a month', 1n, CLIENTS, then('6')),
  machineTokens: price('Cognito', 'a thousand tokens for machines', 1000n, TOKENS, then('2.25')),
  keys: price('Everything else', 'a KMS key for a month', 1n, KMS, then('1.00')),
  keyRequests: price(
    ...(['Everything else', 'ten thousand requests to KMS', 10_000n, KMS] as const),
    until(20_000n, '0'),
    then('0.03'),
  ),
  secrets: price('Everything else', 'a secret for a month', 1n, SECRETS, then('0.40')),
  fileBytes: price('Everything else', 'a GB in S3 for a month', GB, FILES_KEPT, then('0.023')),
  filePuts: price('Everything else', 'a thousand files put into S3', 1000n, FILES, then('0.005')),
  fileGets: price('Everything else', 'a thousand files got from S3', 1000n, FILES, then('0.0004')),
  busEvents: price('Everything else', 'a million events on the bus', MILLION, BUS, then('1.00')),
  queueRequests: price(
    ...(['Everything else', 'a million requests to queues', MILLION, QUEUES] as const),
    until(MILLION, '0'),
    then('0.40'),
  ),
  scannedBytes: price('Everything else', 'a TB that Athena looks through', TB, ATHENA, then('5.00')),
} as const satisfies Readonly<Record<string, Price>>

/** What is metered. */
export type Meter = keyof typeof PRICES

export const METERS = Object.keys(PRICES) as readonly Meter[]
