import { argumentsBy } from '../aws/run-command.ts'
import { SetupFault } from '../setup-fault.ts'

const USAGE =
  'npm run destroy -- --stage dev [--yes] [--delete-data --yes-delete-all-data-of dev]    (keeps the data unless told so twice)'

/** What to destroy. */
export interface AskedDestruction {
  readonly stage: string
  /** Whether nobody is asked before the stacks are deleted. */
  readonly isMeant: boolean
  /** Whether what the stacks leave is deleted too: said twice, with the stage's name. */
  readonly deletesData: boolean
}

/** Reads the command line. Throws {@link SetupFault} with how to write it. */
export function parseDestruction(args: readonly string[]): AskedDestruction {
  const [text, said] = [{ type: 'string' }, { type: 'boolean' }] as const
  const options = { stage: text, yes: said, 'delete-data': said, 'yes-delete-all-data-of': text }
  const { values } = argumentsBy({ args: [...args], options }, USAGE)
  const { stage, yes = false, 'delete-data': once = false, 'yes-delete-all-data-of': twice } = values
  if (stage === undefined) throw new SetupFault(`Say which stage of cdk.json.\nUsage: ${USAGE}`)
  if (once !== (twice !== undefined)) {
    throw new SetupFault(
      `Nothing was done. To delete all data of ${stage}, say so twice: --delete-data --yes-delete-all-data-of ${stage}`,
    )
  }
  if (twice !== undefined && twice !== stage) {
    throw new SetupFault(`Nothing was done. The stage is ${stage}, and --yes-delete-all-data-of says ${twice}.`)
  }
  return { stage, isMeant: yes, deletesData: once }
}
