import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts'
import type { StageSettings } from '../../../infra/stage-settings.ts'
import { SetupFault } from '../setup-fault.ts'

/** The account of the credentials. Throws {@link SetupFault} when the stage belongs to another. */
export async function accountFor({ stage, account }: Pick<StageSettings, 'stage' | 'account'>, sts: STSClient) {
  const { Account: ours = '' } = await sts.send(new GetCallerIdentityCommand())
  if (account === null || account === ours) return ours
  throw new SetupFault(
    `The stage ${stage} belongs to account ${account} (cdk.json), and these credentials are of ${ours}. Use credentials of ` +
      `${account}, or mend the stage's "account".`,
  )
}
