import type { Measurements } from '../measurements.ts'
import { measureStage } from './stage.ts'
import { measureTimes } from './times.ts'
import { measureUses } from './uses.ts'

/** Counts anew what follows from the code. Times are those of before, unless they are to be taken `on` a date. */
export async function measure(before: Measurements, on: string | null): Promise<Measurements> {
  const times = on === null ? before.times : await measureTimes(on)
  return { uses: await measureUses(), times, stage: await measureStage() }
}
