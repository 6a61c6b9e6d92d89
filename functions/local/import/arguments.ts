import { parseArgs } from 'node:util'
import { profileNames } from './find-profile.ts'
import { ImportError } from './import-error.ts'

/** What the import command was asked to do. */
export interface Arguments {
  readonly file: string
  readonly profileName: string
  /** Where to save the report instead of beside the data. */
  readonly report: string | undefined
  /** By how many whole months every time is moved on; 0: as it stands. */
  readonly monthsLater: number
}

/** Reads the command line. Throws {@link ImportError} with how to write it. */
export function parseArguments(args: readonly string[]): Arguments {
  const { positionals, values } = parsed(args)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0 || values.profile === undefined) {
    throw new ImportError(`Name one file and its profile (${profileNames().join(' or ')}).\n${USAGE}`)
  }
  return {
    file,
    profileName: values.profile,
    report: values.report,
    monthsLater: monthsIn(values['months-later'] ?? '0'),
  }
}

const MOST_MONTHS = 1200

function monthsIn(text: string): number {
  const months = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  if (months <= MOST_MONTHS) return months
  throw new ImportError(
    `--months-later is ${JSON.stringify(text)}. Give a whole number of months from 0 to ${MOST_MONTHS}.\n${USAGE}`,
  )
}

const USAGE = 'DATA_DIR=FOLDER npm run import -- FILE.csv --profile PROFILE [--months-later N] [--report FILE.json]'

function parsed(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    const options = { profile: text, report: text, 'months-later': text }
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    throw new ImportError(`${(error as Error).message}\n${USAGE}`)
  }
}
