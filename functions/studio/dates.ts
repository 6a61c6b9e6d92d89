import type { Draft } from '#ledger/press.ts'
import type { Finding } from '#program/checks/finding.ts'
import { parseMonth } from '#program/month.ts'
import { monthWords } from '#program/words/date-words.ts'
import { earliestMonth } from './months.ts'
import { latestIn, type ProgramState } from './program-state.ts'

/**
 * Whether a draft could be published at an instant (epoch milliseconds) for the month it names (program.md, "Checks"). The
 * very first edition may start in the past.
 */
export function checkDates({ document, effectiveFrom }: Draft, state: ProgramState, now: number): Finding[] {
  if (effectiveFrom === null) {
    const message = 'Nothing is said about when it takes effect.'
    return [error('no_month', message, 'Choose the month on whose first day it shall be in force.')]
  }
  const latest = latestIn(state)
  const earliest = earliestMonth(document, latest, now)
  if (!latest || parseMonth(effectiveFrom) >= parseMonth(earliest)) return []
  const { noticeDays } = latest.document
  const message =
    `It is too late for ${monthWords(effectiveFrom)}: rules are announced ${noticeDays} days before they change, and ` +
    'follow every edition there is.'
  return [error('too_early', message, `Choose ${monthWords(earliest)} or a later month.`)]
}

const error = (code: string, message: string, mend: string): Finding => ({
  ...{ kind: 'error', place: '/effectiveFrom', code },
  message,
  mend,
})
