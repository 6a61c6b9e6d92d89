import { expect, it } from 'vitest'
import { measureStage } from '#local/costs/measure/stage.ts'
import { measureUses } from '#local/costs/measure/uses.ts'
import { storedMeasurements } from '#local/costs/measurements.ts'
import { forecastReadUnits } from '#local/costs/month.ts'

const BRING_UP_TO_DATE = 'Run "npm run costs -- --measure --write", and look at what changed in docs/scale.md.'

it('what each piece of work asks of AWS is what the page says', async () => {
  expect(await measureUses(), BRING_UP_TO_DATE).toEqual(storedMeasurements().uses)
})

it('what an impact reads of each member is what it is reckoned to be', () => {
  const { kept, forecastReadUnits: counted } = storedMeasurements().uses
  const { member, address, purchase, use } = kept
  const tableBytes = member.tableBytes + address.tableBytes + 8 * purchase.tableBytes + 2 * use.tableBytes
  expect(Math.abs(forecastReadUnits(tableBytes) / counted - 1)).toBeLessThan(0.05)
})

it('what a stage has before anybody uses it is what the page says', async () => {
  expect(await measureStage(), BRING_UP_TO_DATE).toEqual(storedMeasurements().stage)
})
