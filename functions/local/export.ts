import { mkdir } from 'node:fs/promises'
import { SingleBar } from 'cli-progress'
import type { Manifest } from '#finance/export-routes.ts'
import { Problem } from '#http/problem.ts'
import { DONE, REFUSED, runCommand } from './aws/run-command.ts'
import { booksHere } from './books-here.ts'
import { parseArguments } from './export/arguments.ts'
import { exportPeriod } from './export/export-period.ts'

// npm run export -- --format parquet --period 2026-05: what perks cost, as files (docs/finance.md).

async function main(): Promise<number> {
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
    return DONE
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

await runCommand(main, { foreseen: [Problem], exitCode: REFUSED })
