import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { stackNamed } from '../aws/stack-outputs.ts'
import { SetupFault } from '../setup-fault.ts'

/** What `cdk bootstrap` leaves in a region. */
const TOOLKIT = 'CDKToolkit'

/** Where CloudFront's firewall is told (`infra/stage-stacks.ts`). */
export const EDGE_REGION = 'us-east-1'

/** The regions in which a stage has a stack. */
export const regionsOf = ({ region, hasFirewall }: { readonly region: string; readonly hasFirewall: boolean }) => [
  ...new Set([region, ...(hasFirewall ? [EDGE_REGION] : [])]),
]

/** Throws {@link SetupFault} with the commands to run where a region has not been made ready for the CDK. */
export async function checkBootstrap(account: string, regions: readonly string[]): Promise<void> {
  const unready: string[] = []
  for (const region of regions) {
    if ((await stackNamed(new CloudFormationClient({ region }), TOOLKIT)) === null) unready.push(region)
  }
  if (unready.length === 0) return
  throw new SetupFault(
    [
      `Account ${account} is not ready for the CDK in ${unready.join(' and ')}: it keeps there what it deploys. Once only, run:`,
      ...unready.map((region) => `  npx cdk bootstrap aws://${account}/${region}`),
      'Then run this again.',
    ].join('\n'),
  )
}
