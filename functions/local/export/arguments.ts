import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type AskedExport, askedOrder } from '#finance/export/asked-order.ts'
import type { ExportOrder } from '#finance/export/export-order.ts'
import { exportQuery } from '#finance/export-routes.ts'
import { parseBy } from '#http/parse.ts'
import { Problem } from '#http/problem.ts'
import { SetupFault } from '../setup-fault.ts'

const USAGE =
  'npm run export -- --format csv|excel-csv|xlsx|parquet|hledger|beancount|xero --period 2026-05|2026-01..2026-03 ' +
  '[--out FOLDER] [--locale en-GB|en-US|de-DE|fr-FR] [--contra CODE]'

export interface AskedFiles {
  readonly order: ExportOrder
  /** Where the files go; the working directory if nothing is said. */
  readonly folder: string
}

/** Reads the command's arguments by the schema that the API has for them. Throws {@link SetupFault}. */
export function parseArguments(args: readonly string[]): AskedFiles {
  const { out = '.', ...asked } = optionsIn(args)
  const parsed = parseBy(exportQuery, asked, [])
  if (!parsed.ok) {
    const faults = parsed.faults.map(({ pointer, detail }) => `--${pointer.slice(1)}: ${detail}`)
    throw new SetupFault([...faults, `Usage: ${USAGE}`].join('\n'))
  }
  return { order: orderOf(parsed.value), folder: resolve(out) }
}

function optionsIn(args: readonly string[]) {
  const text = { type: 'string' } as const
  const options = { format: text, period: text, out: text, locale: text, contra: text }
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new SetupFault(`${(error as Error).message}\nUsage: ${USAGE}`)
  }
}

function orderOf(asked: AskedExport): ExportOrder {
  try {
    return askedOrder(asked)
  } catch (error) {
    throw error instanceof Problem ? new SetupFault(error.message) : error
  }
}
