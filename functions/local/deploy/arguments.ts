import { askedMonth } from '../aws/asked-month.ts'
import { argumentsBy } from '../aws/run-command.ts'
import { SetupFault } from '../setup-fault.ts'
import { mailIn } from '../staff/staff-pool.ts'
import type { FirstEdition } from './first-edition.ts'

const USAGE =
  'npm run deploy -- --stage prod [--admin you@shop.example] [--program FILE.yaml [--from 2026-12] [--because TEXT]] [--yes]'

/** What to deploy. */
export interface AskedDeployment {
  readonly stage: string
  /** Mail address of who is invited first; null: nobody. */
  readonly admin: string | null
  readonly program: FirstEdition | null
  /** Whether rights that change are not asked about. */
  readonly isMeant: boolean
}

/** Reads the command line. Throws {@link SetupFault} with how to write it. */
export function parseDeployment(args: readonly string[]): AskedDeployment {
  const text = { type: 'string' } as const
  const options = {
    stage: text,
    admin: text,
    program: text,
    from: text,
    because: text,
    yes: { type: 'boolean' },
  } as const
  const { values } = argumentsBy({ args: [...args], options }, USAGE)
  const { stage, admin, program, from = null, because = '', yes = false } = values
  if (stage === undefined) throw new SetupFault(`Say which stage of cdk.json.\nUsage: ${USAGE}`)
  if (program === undefined && from !== null)
    throw new SetupFault(`--from is the month of a --program.\nUsage: ${USAGE}`)
  if (from !== null) askedMonth(from)
  return {
    stage,
    admin: admin === undefined ? null : mailIn(admin),
    program: program === undefined ? null : { file: program, from, because },
    isMeant: yes,
  }
}
