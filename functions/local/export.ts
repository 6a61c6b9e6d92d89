import { mkdir } from 'node:fs/promises'
import { SingleBar } from 'cli-progress'
import type { Manifest } from '#finance/export-routes.ts'
import { Problem } from '#http/problem.ts'
import { Busy } from '#ledger/ledger.ts'
import { awsFault } from './aws/aws-fault.ts'
import { booksHere } from './books-here.ts'
import { DatabaseError } from './dynoxide.ts'
import { parseArguments } from './export/arguments.ts'
import { exportPeriod } from './export/export-period.ts'
import { SetupFault } from './setup-fault.ts'

// npm run export -- --format parquet --period 2026-05: what perks cost, as files (docs/finance.md).

async function main(): Promise<void> {
  const { order, folder } = parseArguments(process.argv.slice(2))
  const here = await booksHere(process.env, console.error)
  const bar = new SingleBar({ format: '[{bar}] {value} of {total} entries, {eta_formatted} left' })
  try {
    await mkdir(folder, { recursive: true })
    const manifest = await exportPeriod(here, order, folder, (done, total) => {
      if (!process.stderr.isTTY) return
      if (!bar.isActive) bar.start(total, 0)
      bar.update(done)
    })
    bar.stop()
    console.log(reportText(manifest, folder))
  } finally {
    bar.stop()
    await here.close()
  }
}

function reportText({ files, rows, sums }: Manifest, folder: string): string {
  const written = files.map(({ name, bytes }) => `${folder}/${name}  ${bytes} bytes`)
  const total = sums.map(({ currency, cost }) => `${cost} ${currency}`).join(', ')
  return [...written, `${folder}/manifest.json`, `${rows} entries, ${total}`].join('\n')
}

const FORESEEN = [SetupFault, DatabaseError, Problem, Busy]

try {
  await main()
} catch (error) {
  const foreseen = FORESEEN.some((kind) => error instanceof kind) ? (error as Error) : awsFault(error)
  if (foreseen === null) throw error
  console.error(foreseen.message)
  process.exitCode = 1
}
