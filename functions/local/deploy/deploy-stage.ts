import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { STSClient } from '@aws-sdk/client-sts'
import type { StageSettings } from '../../../infra/stage-settings.ts'
import { FIRST_ASKED } from '../aws/first-asked.ts'
import type { RunCdk } from '../aws/run-cdk.ts'
import { DONE, REFUSED } from '../aws/run-command.ts'
import { stageHere } from '../aws/stage-here.ts'
import { type StageThere, stageThere } from '../aws/stage-there.ts'
import { SetupFault } from '../setup-fault.ts'
import { openStaffPool } from '../staff/staff-pool.ts'
import { accountFor } from './account.ts'
import type { AskedDeployment } from './arguments.ts'
import { checkBootstrap, regionsOf } from './bootstrap.ts'
import { readFirstEdition } from './first-edition.ts'
import { openShop } from './open-shop.ts'

export interface DeployDeps {
  readonly cdk: RunCdk
  /** Builds the pages where they do not fit their sources; true when it had to. */
  readonly buildSite: () => Promise<boolean>
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly tell: (line: string) => void
  /** Whether somebody can be asked about rights that change. */
  readonly isAtTerminal: boolean
}

/** Those of the groups that somebody needs who sets a portal up alone. */
const FIRST_GROUPS = ['marketing', 'finance', 'ops']

/**
 * Deploys a stage: everything is looked at before anything is changed, and every step can be done again after any fault.
 * Returns the exit code. Throws SetupFault where it cannot begin.
 */
export async function deployStage(asked: AskedDeployment, deps: DeployDeps): Promise<number> {
  const { cdk, buildSite, tell } = deps
  const { stage, isMeant } = asked
  const settings = await stageHere(stage)
  const edition = asked.program && (await readFirstEdition(asked.program))
  checkAsked(asked, settings, deps)
  const account = await accountFor(settings, new STSClient({ region: settings.region, ...FIRST_ASKED }))
  await checkBootstrap(account, regionsOf(settings))
  tell(`Deploying the stage ${stage} to account ${account}, ${regionsOf(settings).join(' and ')}.`)
  tell((await buildSite()) ? 'The pages were built.' : 'The pages are as they were built last.')
  const code = await cdk('deploy', '--all', '-c', `stage=${stage}`, ...(isMeant ? ['--require-approval', 'never'] : []))
  if (code !== 0) {
    tell(
      `The CDK ended with ${code}; what it said above is why. What CloudFormation began it ends or puts back by itself.`,
    )
    tell('Mend that and run the same command again. docs/deploy.md has a table of what can go wrong.')
    return REFUSED
  }
  const there = await stageThere(stage)
  if (asked.admin !== null) await inviteFirst(asked.admin, there, tell)
  return (await openShop(there, edition, deps)) ? DONE : REFUSED
}

function checkAsked({ admin, isMeant, stage }: AskedDeployment, { provider }: StageSettings, deps: DeployDeps): void {
  if (admin !== null && provider !== null) {
    throw new SetupFault(
      `The stage ${stage} has a provider of its own, ${provider.issuer}. Put ${admin} into its groups there, and leave --admin out.`,
    )
  }
  if (isMeant || deps.isAtTerminal) return
  throw new SetupFault(
    'Nobody is at a terminal to be asked about rights that change. Add --yes to agree to them beforehand.',
  )
}

async function inviteFirst(email: string, { region, outputs }: StageThere, tell: DeployDeps['tell']): Promise<void> {
  if (outputs.StaffPool === undefined) throw new SetupFault('The stack has no user pool of staff. Deploy it again.')
  const pool = openStaffPool(new CognitoIdentityProviderClient({ region }), outputs.StaffPool)
  const added = await pool.add(email, FIRST_GROUPS)
  const written = added === 'was there' ? 'has an account already' : 'is written to, with a password for the first time'
  tell(`${email} ${written}. Groups: ${FIRST_GROUPS.join(', ')}.`)
}
