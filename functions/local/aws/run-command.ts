import { type ParseArgsConfig, parseArgs } from 'node:util'
import { Busy } from '#ledger/ledger.ts'
import { DatabaseError } from '../dynoxide.ts'
import { ProgramFault } from '../program/program-fault.ts'
import { SetupFault } from '../setup-fault.ts'
import { awsFault } from './aws-fault.ts'

/** Exit codes of commands: done, refused (or something does not hold), and not even begun. */
export const DONE = 0
export const REFUSED = 1
export const CANNOT_BEGIN = 2

const FORESEEN = [SetupFault, ProgramFault, DatabaseError, Busy]

export interface CommandFaults {
  /** Faults of this command besides those that any may have. */
  readonly foreseen?: readonly (abstract new (
    ...given: never
  ) => Error)[]
  /** With a fault. Left out: {@link CANNOT_BEGIN}. */
  readonly exitCode?: number
}

/** Runs a command and sets the exit code. Foreseen faults are told in their sentence; what nobody foresaw is thrown on. */
export async function runCommand(
  main: () => Promise<number>,
  { foreseen = [], exitCode = CANNOT_BEGIN }: CommandFaults = {},
): Promise<void> {
  process.stdout.on('error', unlessUnread)
  try {
    process.exitCode = await main()
  } catch (error) {
    const isForeseen = [...FORESEEN, ...foreseen].some((kind) => error instanceof kind)
    const told = isForeseen ? (error as Error) : awsFault(error)
    if (told === null) throw error
    console.error(told.message)
    process.exitCode = exitCode
  }
}

/** Whoever reads no further, as `head` does, has seen enough; what the command was doing is done all the same. */
function unlessUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

/** Of an option that is none, Node says how one would write a name that begins alike. No name of ours does. */
const HINT = / To specify a positional argument .*/s

/** The arguments of a command. Throws {@link SetupFault} with how to write it, also where that is what was asked for. */
export function argumentsBy<const Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  const given = config.args ?? process.argv.slice(2)
  if (given.includes('--help') || given.includes('-h')) throw new SetupFault(`Usage: ${usage}`)
  try {
    return parseArgs(config)
  } catch (error) {
    const fault = (error as Error).message.replace(HINT, '').replace(/\.$/, '')
    throw new SetupFault(`${fault}.\nUsage: ${usage}`)
  }
}
