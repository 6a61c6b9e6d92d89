import { readFileSync, writeFileSync } from 'node:fs'
import type { Stage, Times, Uses } from './measure/measured.ts'

/** Everything that was measured, kept beside the code so that the figures of a page do not flutter. */
export interface Measurements {
  readonly uses: Uses
  readonly times: Times
  readonly stage: Stage
}

const fileOf = (name: keyof Measurements) => new URL(`measured/${name}.json`, import.meta.url)

/** What was measured last. */
export function storedMeasurements(): Measurements {
  const read = <Name extends keyof Measurements>(name: Name) =>
    JSON.parse(readFileSync(fileOf(name), 'utf8')) as Measurements[Name]
  return { uses: read('uses'), times: read('times'), stage: read('stage') }
}

export function storeMeasurements(measurements: Measurements): void {
  for (const name of ['uses', 'times', 'stage'] as const) {
    writeFileSync(fileOf(name), `${JSON.stringify(measurements[name], null, 2)}\n`)
  }
}
