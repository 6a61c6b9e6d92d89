import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import { Construct } from 'constructs'
import type { StageSettings } from './stage-settings.ts'

/**
 * Rules of the common group that would stop what is right, and are only counted: shops' servers send no name of their own;
 * events, drafts and pictures are longer than 8 kB, and Markdown and pictures look like markup or paths to who knows no
 * better; another provider's codes, and ids in other alphabets, make long addresses. The functions parse every body
 * strictly, and hold addresses to lengths of their own.
 */
const ONLY_COUNTED = [
  ...['NoUserAgent_HEADER', 'SizeRestrictions_QUERYSTRING', 'SizeRestrictions_URIPATH', 'SizeRestrictions_BODY'],
  ...['CrossSiteScripting_BODY', 'GenericLFI_BODY', 'GenericRFI_BODY', 'EC2MetaDataSSRF_BODY'],
]

const WINDOW_SECONDS = 300

/** Signing in is three requests: enough for a shop full of people behind one address. */
const SIGN_IN_REQUESTS = 300

/** No address alone gets more than a fifth of what the API takes from all, or than a few people need to look around. */
const SHARES = 5
const LEAST_REQUESTS = 3000

const TOO_MANY = {
  ...{ type: 'about:blank', title: 'Too Many Requests', status: 429 },
  detail: 'This address asked too often. Wait for five minutes, then send the same request again.',
  code: 'too_many_requests',
}

/**
 * Stops what is known to be an attack, and whoever asks too much, before they reach the portal. It counts by rule and keeps
 * no request: its samples and logs would hold addresses of visitors, and paths that name members.
 */
export class Firewall extends Construct {
  readonly arn: string

  constructor(scope: Construct, id: string, settings: Pick<StageSettings, 'stage' | 'requestsPerSecond'>) {
    super(scope, id)
    const { stage, requestsPerSecond } = settings
    const fromOneAddress = Math.max(LEAST_REQUESTS, (WINDOW_SECONDS / SHARES) * requestsPerSecond)
    this.arn = new CfnWebACL(this, 'Acl', {
      description: `Stands before the portal of ${stage}`,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      customResponseBodies: { TooMany: { contentType: 'APPLICATION_JSON', content: JSON.stringify(TOO_MANY) } },
      rules: [
        limit('Requests', 0, fromOneAddress),
        limit('SignIns', 1, SIGN_IN_REQUESTS, below('/auth/')),
        managed('AmazonIpReputationList', 2),
        managed('KnownBadInputsRuleSet', 3),
        managed('CommonRuleSet', 4, ONLY_COUNTED),
      ],
      // The metrics of an account's firewalls are told apart by this name alone.
      visibilityConfig: counted(`cleartier-${stage}`),
    }).attrArn
  }
}

const counted = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  ...{ metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false },
})

/** So many requests of one address in five minutes; to more the answer is 429 until they are fewer again. */
function limit(
  name: string,
  priority: number,
  requests: number,
  scopeDownStatement?: CfnWebACL.StatementProperty,
): CfnWebACL.RuleProperty {
  const wait = [{ name: 'Retry-After', value: String(WINDOW_SECONDS) }]
  const window = { evaluationWindowSec: WINDOW_SECONDS, aggregateKeyType: 'IP' }
  return {
    ...{ name, priority, visibilityConfig: counted(name) },
    statement: {
      rateBasedStatement: { ...window, limit: requests, ...(scopeDownStatement && { scopeDownStatement }) },
    },
    action: {
      block: { customResponse: { responseCode: 429, customResponseBodyKey: 'TooMany', responseHeaders: wait } },
    },
  }
}

/** However the path is spelt. */
const below = (path: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    ...{ fieldToMatch: { uriPath: {} }, positionalConstraint: 'STARTS_WITH', searchString: path },
    textTransformations: [
      { priority: 0, type: 'URL_DECODE' },
      { priority: 1, type: 'NORMALIZE_PATH' },
    ],
  },
})

/** A group of rules that AWS keeps up to date. */
function managed(group: string, priority: number, onlyCounted: readonly string[] = []): CfnWebACL.RuleProperty {
  const ruleActionOverrides = onlyCounted.map((name) => ({ name, actionToUse: { count: {} } }))
  const name = `AWSManagedRules${group}`
  return {
    ...{ name: group, priority, overrideAction: { none: {} }, visibilityConfig: counted(group) },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ...(ruleActionOverrides.length > 0 && { ruleActionOverrides }),
      },
    },
  }
}
