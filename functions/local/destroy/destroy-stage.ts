import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { STSClient } from '@aws-sdk/client-sts'
import type { StageSettings } from '../../../infra/stage-settings.ts'
import { FIRST_ASKED } from '../aws/first-asked.ts'
import type { RunCdk } from '../aws/run-cdk.ts'
import { DONE, REFUSED } from '../aws/run-command.ts'
import { stackNamed, stackNameOf } from '../aws/stack-outputs.ts'
import { stageHere } from '../aws/stage-here.ts'
import { accountFor } from '../deploy/account.ts'
import { EDGE_REGION } from '../deploy/bootstrap.ts'
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
  await accountFor(settings, new STSClient({ region, ...FIRST_ASKED }))
  const isStanding = await standsAsOurs(region, stackNameOf(stage), stage)
  // Also that of a firewall which the settings have no more: without one the CDK does not know of its stack.
  const isEdgeStanding = await standsAsOurs(EDGE_REGION, `${stackNameOf(stage)}-edge`, stage)
  const kept = isStanding ? await keptBy(settings) : await readKept(folder, stage)
  if (isStanding || isEdgeStanding) {
    if (!isMeant && !deps.isAtTerminal) throw new SetupFault('Nobody is at a terminal to be asked. Add --yes to agree.')
    if (isStanding) await writeKept(folder, stage, kept)
    const withEdge = isEdgeStanding ? ['-c', 'hasFirewall=true'] : []
    const code = await cdk('destroy', '--all', '-c', `stage=${stage}`, ...withEdge, ...(isMeant ? ['--force'] : []))
    if (code !== 0) {
      tell(`The CDK ended with ${code}; what it said above is why. Mend that and run the same command again.`)
      return REFUSED
    }
  }
  if (asked.deletesData) return deleteData(stage, kept, region, deps)
  tellKept(stage, kept, deps)
  return DONE
}

/** Whether there is a stack of this name. Throws SetupFault for one that is not the stage's. */
async function standsAsOurs(region: string, name: string, stage: string): Promise<boolean> {
  const stack = await stackNamed(new CloudFormationClient({ region }), name)
  if (stack === null || belongsTo(stage, stack.Tags)) return stack !== null
  throw new SetupFault(
    `The stack ${name} does not bear the tag cleartier:stage = ${stage}, so it is not this stage's. Nothing was deleted.`,
  )
}

/** What will stay of a stage: what its stack keeps, and the ledger that it took up, which is in no stack. */
async function keptBy({ stage, region, ledger }: StageSettings): Promise<readonly Kept[]> {
  const kept = await keptOf(new CloudFormationClient({ region }), stackNameOf(stage))
  if (!ledger) return kept
  const takenUp = { logicalId: 'ledger', type: 'AWS::DynamoDB::GlobalTable', id: ledger.tableName }
  return [{ ...takenUp, canBeTakenUp: false }, ...kept]
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
  for (const { id } of vaults) for (const line of vaultLines(id)) tell(line)
  if (left === 0) return DONE
  tell(`${left} were left. Look at their tags in the console before you delete them there.`)
  return REFUSED
}

/** A vault stands in the way of the next stage of its name. That its backups go is left to a person. */
const vaultLines = (id: string) => [
  `${id}: stays, with the backups in it. In 30 days, when their key is gone, nobody can read them. To be rid of it:`,
  `  aws backup delete-backup-vault-access-policy --backup-vault-name ${id}    (it forbids to delete backups)`,
  `  aws backup list-recovery-points-by-backup-vault --backup-vault-name ${id}    (delete each: delete-recovery-point)`,
  `  aws backup delete-backup-vault --backup-vault-name ${id}`,
]
