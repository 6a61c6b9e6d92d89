import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { STSClient } from '@aws-sdk/client-sts'
import type { RunCdk } from '../aws/run-cdk.ts'
import { DONE, REFUSED } from '../aws/run-command.ts'
import { stackNamed, stackNameOf } from '../aws/stack-outputs.ts'
import { stageHere } from '../aws/stage-here.ts'
import { accountFor } from '../deploy/account.ts'
import { SetupFault } from '../setup-fault.ts'
import type { AskedDestruction } from './arguments.ts'
import { belongsTo } from './belongs-to.ts'
import { deleteKept } from './delete-kept.ts'
import { deletersIn } from './deleters.ts'
import { type Kept, keptOf } from './kept.ts'
import { keptLine } from './kept-costs.ts'
import { mappingFile, readKept, writeKept } from './kept-file.ts'

export interface DestroyDeps {
  readonly cdk: RunCdk
  /** Where what stays is written down. */
  readonly folder: string
  readonly tell: (line: string) => void
  readonly sleep: (ms: number) => Promise<void>
  /** Whether somebody can be asked. */
  readonly isAtTerminal: boolean
}

/**
 * Deletes the stacks of a stage. Its data stay, and it is written down where; they are deleted too where that was said
 * twice. Can be run again after any fault. Returns the exit code. Throws SetupFault where it cannot begin.
 */
export async function destroyStage(asked: AskedDestruction, deps: DestroyDeps): Promise<number> {
  const { stage, isMeant } = asked
  const { cdk, folder, tell } = deps
  const settings = await stageHere(stage)
  const { region } = settings
  await accountFor(settings, new STSClient({ region }))
  const standing = await keptOfStanding(new CloudFormationClient({ region }), stage)
  const kept = standing ?? (await readKept(folder, stage))
  if (standing !== null) {
    if (!isMeant && !deps.isAtTerminal) throw new SetupFault('Nobody is at a terminal to be asked. Add --yes to agree.')
    await writeKept(folder, stage, kept)
    const code = await cdk('destroy', '--all', '-c', `stage=${stage}`, ...(isMeant ? ['--force'] : []))
    if (code !== 0) {
      tell(`The CDK ended with ${code}; what it said above is why. Mend that and run the same command again.`)
      return REFUSED
    }
  }
  if (asked.deletesData) return deleteData(stage, kept, region, deps)
  tellKept(stage, kept, deps)
  return DONE
}

/** What will stay of the stack; null when there is none. Throws SetupFault for a stack that is not the stage's. */
async function keptOfStanding(client: CloudFormationClient, stage: string): Promise<readonly Kept[] | null> {
  const name = stackNameOf(stage)
  const stack = await stackNamed(client, name)
  if (stack === null) return null
  if (belongsTo(stage, stack.Tags)) return keptOf(client, name)
  throw new SetupFault(
    `The stack ${name} does not bear the tag cleartier:stage = ${stage}, so it is not this stage's. Nothing was deleted.`,
  )
}

function tellKept(stage: string, kept: readonly Kept[], { folder, tell }: DestroyDeps): void {
  tell(`The stage ${stage} is gone. Its data stay, and cost what they hold:`)
  for (const one of kept) tell(keptLine(one))
  tell('To take them up again, then deploy:')
  tell(`  npx cdk import Cleartier-${stage} -c stage=${stage} --resource-mapping ${mappingFile(folder, stage)}`)
  tell('To delete them for good:')
  tell(`  npm run destroy -- --stage ${stage} --delete-data --yes-delete-all-data-of ${stage}`)
}

async function deleteData(stage: string, kept: readonly Kept[], region: string, deps: DestroyDeps): Promise<number> {
  const { tell } = deps
  tell(`Deleting all data of the stage ${stage}:`)
  for (const one of kept) tell(keptLine(one))
  const left = await deleteKept(stage, kept, deletersIn(region, deps), tell)
  const vaults = kept.filter(({ type }) => type === 'AWS::Backup::BackupVault')
  for (const { id } of vaults) {
    tell(`${id}: its backups stay. The vault forbids to delete them; each goes by itself, at the latest after a year.`)
    tell('  They can be read no longer than their key is there: in 30 days nobody can restore them.')
  }
  if (left === 0) return DONE
  tell(`${left} were left. Look at their tags in the console before you delete them there.`)
  return REFUSED
}
