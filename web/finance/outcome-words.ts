import type { ReconciliationBody } from '#finance/costs-routes.ts'
import type { VerificationBody } from '#finance/period-routes.ts'
import { monthWords } from '#program/words/date-words.ts'
import { amountWords, numberWords } from './amount.ts'
import type { Question } from './confirm.ts'
import { periodWords } from './place-words.ts'

/** Whether the totals agree with the entries, and if not, where they differ first. */
export function reconciliationSentence({
  agrees,
  entries,
  cost,
  currency,
  from,
  to,
  differences,
}: ReconciliationBody): string {
  const sum = `${numberWords(entries)} ${entries === 1 ? 'entry' : 'entries'} of ${periodWords(from, to)} add up to ${amountWords(cost, currency)}`
  if (agrees) return `${sum}, and every total agrees.`
  const [first] = differences
  if (!first) return `${sum}, and the totals do not agree.`
  const { perk, tier, month, edition, source, inTotals, inEntries } = first
  const where = `${perk}, ${tier}, ${monthWords(month)}, edition ${edition}, ${source}`
  return `${sum}, and ${differences.length} totals differ. First ${where}: ${amountWords(inTotals.cost, currency)} in the totals, ${amountWords(inEntries.cost, currency)} in the entries. Tell whoever runs the system.`
}

/** What checking a closed month came to. */
export function verificationSentence({ month, holds, entries, finding }: VerificationBody): string {
  if (holds) return `${monthWords(month)} holds: all ${numberWords(entries)} entries are those that were signed.`
  if (!finding) return `${monthWords(month)} does not hold.`
  const where =
    finding.place === null
      ? ''
      : ` At entry ${numberWords(finding.place)}${finding.entry === null ? '' : ` (${finding.entry})`}:`
  return `${monthWords(month)} does not hold.${where} ${finding.detail}`
}

/** What is asked before a month is closed. */
export const closingQuestion = (month: string): Question => ({
  title: `Close ${monthWords(month)}?`,
  words:
    'Its entries are added up once more, frozen and signed. This is for good: whatever is corrected later is booked in an open month.',
  action: `Close ${monthWords(month)}`,
})
