import type { Measurements } from '../measurements.ts'
import { measureStage } from './stage.ts'
import { measureTimes } from './times.ts'
import { measureUses } from './uses.ts'

/** Measures everything anew; `on` is today's date. */
export const measure = async (on: string): Promise<Measurements> => ({
  uses: await measureUses(),
  times: await measureTimes(on),
  stage: await measureStage(),
})
