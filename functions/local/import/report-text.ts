import type { EnrolmentCounts } from './enrolling.ts'
import { needsALook, type Report } from './report.ts'

/** How many row numbers a line shows; all of them are in the saved report. */
const MOST_CHARACTERS = 60

/** The report as it is printed. */
export function reportText(report: Report): string {
  const { recorded, duplicate, conflict, retry } = report.outcomes
  const settled = [
    line('recorded', recorded.rows, events(recorded.events)),
    line('duplicate', duplicate.rows, duplicate.rows ? `${events(duplicate.events)} recorded before, the same` : ''),
    line('conflict', conflict.rows, conflict.rows ? conflictText(conflict.events, conflict.rowNumbers) : ''),
    ...(retry.rows ? [line('not stored', retry.rows, 'the database was too busy; run the same command again')] : []),
  ]
  const skipped = report.skipped.map(({ reason, because, rows }) => line(`skipped: ${reason}`, rows, because))
  const rejected = report.rejected.flatMap(({ reason, because, rows, rowNumbers, example }) => [
    line(`rejected: ${reason}`, rows, because),
    `      rows ${shortened(rowNumbers)}; ${example}`,
  ])
  return [
    `${report.file} by the profile ${report.profile}:`,
    ...settled,
    ...skipped,
    ...(rejected.length > 0 ? rejected : [line('rejected', 0, '')]),
    ...(report.rowsNotReached > 0 ? [line('not reached', report.rowsNotReached, 'run the same command again')] : []),
    line('in all', report.rows, ''),
    ...(report.enrolments ? enrolmentText(report.enrolments) : []),
    ...movedText(report.monthsLater),
    ...clockText(report),
    `${report.seconds.toFixed(1)} s, ${number(report.eventsPerSecond)} events per second.`,
    verdict(report),
  ].join('\n')
}

const number = (count: number) => count.toLocaleString('en-GB')
const events = (count: number) => `${number(count)} ${count === 1 ? 'event' : 'events'}`
const line = (what: string, rows: number, text: string) =>
  `  ${what.padEnd(34)}${number(rows).padStart(9)} rows  ${text}`.trimEnd()

const conflictText = (count: number, rowNumbers = '') =>
  `${events(count)} recorded before with other content, which stands; rows ${shortened(rowNumbers)}`

const shortened = (text: string) =>
  text.length <= MOST_CHARACTERS ? text : `${text.slice(0, text.lastIndexOf(',', MOST_CHARACTERS))}, …`

function clockText({ clockChanges: { cameTwice, neverCame } }: Report): readonly string[] {
  return [
    ...(cameTwice
      ? [`Clocks were put back: rows ${shortened(cameTwice)} have a time that came twice; the first was taken.`]
      : []),
    ...(neverCame
      ? [`Clocks were put forward: rows ${shortened(neverCame)} have a time that never came; moved on as clocks were.`]
      : []),
  ]
}

function enrolmentText(counts: EnrolmentCounts): readonly string[] {
  const { enrolled, before, otherAddress, taken, withoutAddress, notStored } = counts
  const some = (count: number, what: string, text: string) => (count > 0 ? [customers(what, count, text)] : [])
  return [
    customers('enrolled', enrolled, enrolled > 0 ? 'they can sign in now' : ''),
    ...some(before, 'enrolled before', 'by the same address'),
    ...some(otherAddress, 'not enrolled: another address', 'they were enrolled before by another, which stands'),
    ...some(taken, 'not recognised', 'their address recognises another member, and goes on doing so'),
    ...some(withoutAddress, 'not enrolled: no address', 'no row of theirs has one'),
    ...some(notStored, 'not enrolled: not stored', 'the database was too busy; run the same command again'),
  ]
}

const customers = (what: string, count: number, text: string) =>
  `  ${what.padEnd(34)}${number(count).padStart(9)} ${count === 1 ? 'customer' : 'customers'}  ${text}`.trimEnd()

const movedText = (months: number) =>
  months === 0 ? [] : [`Every time was moved on by ${number(months)} ${months === 1 ? 'month' : 'months'}.`]

function verdict(report: Report): string {
  const { rowsNotReached, stopped, failure } = report
  if (failure !== null) return `The import broke off: ${failure} What is recorded stays; run the same command again.`
  if (stopped && rowsNotReached > 0) return 'Stopped. What is recorded stays; run the same command again for the rest.'
  if (needsALook(report)) return 'Every row is accounted for; something needs a look.'
  return 'Every row is accounted for.'
}
