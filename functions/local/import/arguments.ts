import { parseArgs } from 'node:util'
import { profileNames } from './find-profile.ts'
import { ImportError } from './import-error.ts'

/** What the import command was asked to do. */
export interface Arguments {
  readonly file: string
  readonly profileName: string
  /** Where to save the report instead of beside the data. */
  readonly report: string | undefined
}

/** Reads the command line. Throws {@link ImportError} with how to write it. */
export function parseArguments(args: readonly string[]): Arguments {
  const { positionals, values } = parsed(args)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0 || values.profile === undefined) {
    throw new ImportError(`Name one file and its profile (${profileNames().join(' or ')}).\n${USAGE}`)
  }
  return { file, profileName: values.profile, report: values.report }
}

const USAGE = 'DATA_DIR=FOLDER npm run import -- FILE.csv --profile PROFILE [--report FILE.json]'

function parsed(args: readonly string[]) {
  try {
    const options = { profile: { type: 'string' }, report: { type: 'string' } } as const
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    throw new ImportError(`${(error as Error).message}\n${USAGE}`)
  }
}
