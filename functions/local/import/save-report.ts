import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Report } from './report.ts'

/** Saves a report as JSON and answers where. Throws what the file system throws. */
export function saveReport(report: Report, folder: string, wanted: string | undefined): string {
  const stamp = report.startedAt.replaceAll(/[-:]|\.\d+/g, '')
  const file = wanted ?? join(folder, `import-${stamp}.json`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
  return file
}
