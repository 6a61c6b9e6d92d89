import type { Outcome } from '#ledger/ledger.ts'
import type { EnrolmentCounts } from './enrolling.ts'
import type { Imported } from './import-file.ts'
import type { Profile } from './profile.ts'
import { rowRanges } from './row-ranges.ts'
import { REJECTIONS } from './row-reading.ts'

/** What became of a file, as it is saved: every row is in exactly one of the lists or in `rowsNotReached`. */
export interface Report {
  readonly file: string
  readonly profile: string
  /** By how many whole months every time was moved on. */
  readonly monthsLater: number
  /** RFC 3339. */
  readonly startedAt: string
  readonly seconds: number
  readonly eventsPerSecond: number
  readonly rows: number
  readonly rowsNotReached: number
  readonly stopped: boolean
  readonly failure: string | null
  readonly outcomes: Readonly<Record<Outcome, OutcomeReport>>
  /** What became of the customers, beside the rows; null where the profile enrols nobody. */
  readonly enrolments: EnrolmentCounts | null
  readonly skipped: readonly SkippedReport[]
  readonly rejected: readonly RejectedReport[]
  /** Rows whose local time came twice (the first was taken) or never (moved on by the hour that was left out). */
  readonly clockChanges: { readonly cameTwice: string; readonly neverCame: string }
}

interface OutcomeReport {
  readonly events: number
  readonly rows: number
  /** "2, 5–9". Recorded rows are not listed: they are the rest. */
  readonly rowNumbers?: string
}

interface SkippedReport {
  readonly reason: string
  readonly because: string
  readonly rows: number
  readonly rowNumbers: string
}

interface RejectedReport extends SkippedReport {
  readonly example: string
}

/** How an import went, beside what became of the rows. Times are epoch milliseconds. */
export interface Run {
  readonly file: string
  readonly profileName: string
  readonly profile: Profile
  readonly monthsLater: number
  readonly startedAt: number
  readonly endedAt: number
  readonly stopped: boolean
}

export function reportOf({ tally, enrolments, rows, rowsNotReached, failure }: Imported, run: Run): Report {
  const seconds = Math.max(0.001, (run.endedAt - run.startedAt) / 1000)
  const { recorded, duplicate, conflict, retry } = tally.outcomes
  const events = recorded.events + duplicate.events + conflict.events
  const listed = (outcome: typeof recorded): OutcomeReport => {
    return { events: outcome.events, rows: outcome.rows.length, rowNumbers: rowRanges(outcome.rows) }
  }
  return {
    file: run.file,
    profile: run.profileName,
    monthsLater: run.monthsLater,
    startedAt: new Date(run.startedAt).toISOString(),
    seconds: Math.round(seconds * 10) / 10,
    eventsPerSecond: Math.round(events / seconds),
    rows,
    rowsNotReached,
    stopped: run.stopped,
    failure: failure === undefined ? null : failure instanceof Error ? failure.message : String(failure),
    outcomes: {
      recorded: { events: recorded.events, rows: recorded.rows.length },
      duplicate: listed(duplicate),
      conflict: listed(conflict),
      retry: listed(retry),
    },
    enrolments,
    skipped: [...tally.skipped].map(([reason, those]) => {
      return { reason, because: run.profile.reasons[reason] ?? '', rows: those.length, rowNumbers: rowRanges(those) }
    }),
    rejected: [...tally.rejected].map(([reason, { rows: those, example }]) => {
      return { reason, because: REJECTIONS[reason], rows: those.length, rowNumbers: rowRanges(those), example }
    }),
    clockChanges: { cameTwice: rowRanges(tally.clock.repeated), neverCame: rowRanges(tally.clock.skipped) },
  }
}

/** 0: every row is recorded, was there before, or is skipped by a rule. 1: somebody has to look. 130: stopped. */
export function exitCodeOf(report: Report): 0 | 1 | 130 {
  if (needsALook(report) || report.failure !== null) return 1
  if (report.rowsNotReached > 0) return report.stopped ? 130 : 1
  return 0
}

/** Whether some row or customer did not come in as the file has them. */
export function needsALook({ outcomes, rejected, enrolments }: Report): boolean {
  const rows = outcomes.conflict.rows + outcomes.retry.rows + rejected.length
  const { otherAddress = 0, taken = 0, withoutAddress = 0, notStored = 0 } = enrolments ?? {}
  return rows + otherAddress + taken + withoutAddress + notStored > 0
}
