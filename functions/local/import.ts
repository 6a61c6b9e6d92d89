import { setTimeout as wait } from 'node:timers/promises'
import cliProgress from 'cli-progress'
import { runCommand } from './aws/run-command.ts'
import { parseArguments } from './import/arguments.ts'
import { findProfile } from './import/find-profile.ts'
import { survey } from './import/gatherings.ts'
import { ImportError } from './import/import-error.ts'
import { importFile } from './import/import-file.ts'
import { openForImport } from './import/open-for-import.ts'
import { exitCodeOf, reportOf } from './import/report.ts'
import { reportText } from './import/report-text.ts'
import { saveReport } from './import/save-report.ts'

// npm run import -- FILE --profile PROFILE: records the orders of a CSV file (docs/import.md).

async function main(): Promise<number> {
  const { file, profileName, report: wanted, monthsLater } = parseArguments(process.argv.slice(2))
  const profile = findProfile(profileName)
  const startedAt = Date.now()
  const terms = { now: startedAt, monthsLater }
  const surveyed = await survey(file, profile, terms)
  const { ledger, emailHash, reportFolder, close } = await openForImport(process.env, profile)
  const stop = stopOnInterrupt()
  const bar = new cliProgress.SingleBar({ format: '[{bar}] {value} of {total} rows, {eta_formatted} left' })
  try {
    const imported = await importFile({
      ...{ file, profile, surveyed, ledger, emailHash, wait, stopped: stop.asked, ...terms },
      progress: (done, total) => {
        if (!process.stderr.isTTY) return
        if (!bar.isActive) bar.start(total, 0)
        bar.update(done)
      },
    })
    bar.stop()
    const run = { file, profileName, profile, monthsLater, startedAt, endedAt: Date.now(), stopped: stop.asked() }
    const report = reportOf(imported, run)
    console.log(reportText(report))
    console.log(`Report: ${saveReport(report, reportFolder, wanted)}`)
    return exitCodeOf(report)
  } finally {
    bar.stop()
    stop.release()
    await close()
  }
}

/** The first interrupt ends the import after what is under way, so that it can be reported; the second ends it at once. */
function stopOnInterrupt() {
  let asked = false
  const onSignal = () => {
    if (asked) process.exit(130)
    asked = true
    console.error('\nStopping after what is under way. Once more stops at once.')
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  return { asked: () => asked, release: () => process.off('SIGINT', onSignal).off('SIGTERM', onSignal) }
}

await runCommand(main, { foreseen: [ImportError] })
