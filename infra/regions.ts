import { nearestName } from './nearest-name.ts'

/** Services that are not everywhere, as CloudFormation names them. */
export type ScarceService = 'Budgets'

const EVERYTHING: readonly ScarceService[] = []
const NO_BUDGETS: readonly ScarceService[] = ['Budgets']

/**
 * Regions in which CloudFormation knows every type of resource that a portal is made of, but for the services named beside
 * each. From the types by region in cfn-lint 1.58.0 of 20 October 2026 (github.com/aws-cloudformation/cfn-lint,
 * `data/schemas/providers`): Cognito, Athena, Glue, Backup and Scheduler are in all of these.
 */
const REGIONS: Readonly<Record<string, readonly ScarceService[]>> = {
  ...{ 'af-south-1': NO_BUDGETS, 'ap-east-1': NO_BUDGETS, 'ap-east-2': NO_BUDGETS },
  ...{ 'ap-northeast-1': EVERYTHING, 'ap-northeast-2': EVERYTHING, 'ap-northeast-3': NO_BUDGETS },
  ...{ 'ap-south-1': EVERYTHING, 'ap-south-2': NO_BUDGETS },
  ...{ 'ap-southeast-1': EVERYTHING, 'ap-southeast-2': EVERYTHING, 'ap-southeast-3': NO_BUDGETS },
  ...{ 'ap-southeast-4': NO_BUDGETS, 'ap-southeast-5': NO_BUDGETS, 'ap-southeast-6': NO_BUDGETS },
  ...{ 'ap-southeast-7': NO_BUDGETS, 'ca-central-1': EVERYTHING, 'ca-west-1': NO_BUDGETS },
  ...{ 'eu-central-1': EVERYTHING, 'eu-central-2': NO_BUDGETS, 'eu-north-1': NO_BUDGETS },
  ...{ 'eu-south-1': NO_BUDGETS, 'eu-south-2': NO_BUDGETS },
  ...{ 'eu-west-1': EVERYTHING, 'eu-west-2': EVERYTHING, 'eu-west-3': EVERYTHING },
  ...{ 'il-central-1': NO_BUDGETS, 'me-central-1': NO_BUDGETS, 'mx-central-1': NO_BUDGETS, 'sa-east-1': EVERYTHING },
  ...{ 'us-east-1': EVERYTHING, 'us-east-2': EVERYTHING, 'us-west-1': EVERYTHING, 'us-west-2': EVERYTHING },
}

/** Regions of AWS in which no portal can be, by how their names begin, and why (same source and day). */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'cn-': 'AWS in China has no user pools of Cognito, and its CloudFront no functions: nothing would find the pages.',
  'us-gov-': 'AWS GovCloud has no CloudFront, through which alone pages and API are reached.',
  'us-iso': 'AWS’s isolated regions are closed networks, which no customer’s browser reaches.',
  'eu-iso': 'AWS’s isolated regions are closed networks, which no customer’s browser reaches.',
  'eusc-': 'The AWS European Sovereign Cloud has no us-east-1, where CloudFront looks for firewall and certificate.',
}

/** Why no portal can be in a region, and what to write instead; null where it can. */
export function regionFault(region: string): string | null {
  if (Object.hasOwn(REGIONS, region)) return null
  const elsewhere = Object.entries(ELSEWHERE).find(([beginning]) => region.startsWith(beginning))
  if (elsewhere) return `${elsewhere[1]} Write a region such as "eu-west-2".`
  const nearest = nearestName(region, Object.keys(REGIONS))
  const others = Object.keys(REGIONS).join(', ')
  return `It is no region that a portal can be in. Write ${nearest ? `"${nearest}", if that is meant, or another` : 'one'} of ${others}.`
}

/** Whether a region lacks a service that only some portals need. */
export const regionLacks = (region: string, service: ScarceService): boolean =>
  REGIONS[region]?.includes(service) ?? false
