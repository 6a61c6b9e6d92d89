import { parseArgs } from 'node:util'
import { idFault } from '#http/text-fault.ts'
import { InvoiceFault } from './invoice-fault.ts'

/** What the invoice command was asked to do. */
export interface Arguments {
  readonly file: string
  /** Who charges. */
  readonly source: string
  /** What the lines are for that do not say. */
  readonly perk: string | undefined
  /** Only say what would come of it. */
  readonly isCheck: boolean
}

const USAGE = 'DATA_DIR=FOLDER npm run invoice -- FILE.csv --source parcel-line [--perk free-delivery] [--check]'

/** Reads the command line. Throws {@link InvoiceFault} with how to write it. */
export function parseArguments(args: readonly string[]): Arguments {
  const { positionals, values } = parsed(args)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0 || values.source === undefined) {
    throw new InvoiceFault(`Name one file, and who charges.\n${USAGE}`)
  }
  const fault = idFault(values.source)
  if (fault) throw new InvoiceFault(`--source: ${fault}\n${USAGE}`)
  return { file, source: values.source, perk: values.perk, isCheck: values.check ?? false }
}

function parsed(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    const options = { source: text, perk: text, check: { type: 'boolean' } } as const
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    throw new InvoiceFault(`${(error as Error).message}\n${USAGE}`)
  }
}
