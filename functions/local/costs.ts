import { DONE, runCommand } from './aws/run-command.ts'
import { parseArguments } from './costs/arguments.ts'
import { storedMeasurements, storeMeasurements } from './costs/measurements.ts'
import { reportOf } from './costs/report.ts'
import { reportJson } from './costs/report-json.ts'
import { reportText } from './costs/report-text.ts'
import { writePage } from './costs/scale-page.ts'

// npm run costs: what the portal costs in AWS, and where it meets a limit (docs/scale.md).

async function main(): Promise<number> {
  const { assumed, sizes, isJson, isMeasure, isTimes, isWrite } = parseArguments(process.argv.slice(2))
  if (isMeasure) await measureAnew(isTimes)
  const measured = storedMeasurements()
  const report = reportOf(measured, assumed, sizes)
  if (isWrite) writePage(report, measured)
  if (isJson) process.stdout.write(reportJson(report))
  else console.log(reportText(report))
  return DONE
}

async function measureAnew(isTimes: boolean): Promise<void> {
  console.error(isTimes ? 'Measuring takes about a minute.' : 'Counting takes about ten seconds.')
  // Needed by nobody who only asks: it loads every function and the stack.
  const { measure } = await import('./costs/measure/measure.ts')
  const on = isTimes ? new Date().toISOString().slice(0, 10) : null
  storeMeasurements(await measure(storedMeasurements(), on))
}

await runCommand(main)
