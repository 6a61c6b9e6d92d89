import { expect, it } from 'vitest'
import { measureStage } from '#local/costs/measure/stage.ts'
import { measureUses } from '#local/costs/measure/uses.ts'
import { storedMeasurements } from '#local/costs/measurements.ts'

const BRING_UP_TO_DATE = 'Run "npm run costs -- --measure --write", and look at what changed in docs/scale.md.'

it('what each piece of work asks of AWS is what the page says', async () => {
  expect(await measureUses(), BRING_UP_TO_DATE).toEqual(storedMeasurements().uses)
})

it('what a stage has before anybody uses it is what the page says', async () => {
  expect(await measureStage(), BRING_UP_TO_DATE).toEqual(storedMeasurements().stage)
})
