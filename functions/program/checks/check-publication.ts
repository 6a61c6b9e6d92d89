import { formatMonth, type Month, parseMonth } from '../month.ts'
import { monthWords } from '../words/date-words.ts'
import { countWords } from '../words/list-words.ts'
import { earliestMonth, noticeDays, noticeMonth, type Publishable, soonestMonth } from './earliest-month.ts'
import { type Finding, place } from './finding.ts'
import type { Taken } from './taken/taken.ts'
import { takenAway } from './taken-away.ts'

/**
 * Whether a document may take effect in the month it names ("2027-03"; null: none is chosen yet): the first of a month,
 * later than every published edition, more than ten minutes ahead, and, for whatever it takes away, not before the notice
 * that customers were promised has passed (program.md, "Checks"). All of them are errors; the first edition of all may
 * start in the past.
 */
export function checkPublication(publication: Publishable & { readonly effectiveFrom: string | null }): Finding[] {
  const { document, before, effectiveFrom, isFirst } = publication
  if (effectiveFrom === null) return [noMonth()]
  const month = monthIn(effectiveFrom)
  if (month === null) return [badMonth(effectiveFrom)]
  if (isFirst) return []
  const early = tooEarly(month, publication)
  if (!before || month >= noticeMonth(publication)) return early
  const days = noticeDays(publication)
  const first = monthWords(earliestMonth(publication))
  return [...early, ...takenAway(before, document).map((taken) => withoutNotice(taken, days, first))]
}

function monthIn(text: string): Month | null {
  try {
    return parseMonth(text)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function tooEarly(month: Month, publication: Publishable): Finding[] {
  const { latestEffectiveFrom } = publication
  if (month >= soonestMonth(publication)) return []
  const mend = `Choose ${monthWords(earliestMonth(publication))} or a later month.`
  const isNotLater = latestEffectiveFrom !== null && month <= parseMonth(latestEffectiveFrom)
  const message = isNotLater
    ? `Another edition that is published takes effect in ${monthWords(latestEffectiveFrom)}, and this one must follow it.`
    : `It is too late for ${monthWords(formatMonth(month))}: an edition is published more than 10 minutes before it takes effect.`
  return [error(isNotLater ? 'not_later' : 'too_early', message, mend)]
}

const withoutNotice = ({ place: at, sentence, keep }: Taken, days: number, first: string): Finding => ({
  ...{ kind: 'error', place: at, code: 'without_notice' },
  message: `${sentence} That takes something away, and ${countWords(days, 'day')} of notice were promised.`,
  mend: `Choose ${first} or a later month, or ${keep}.`,
})

const noMonth = (): Finding =>
  error(
    'no_month',
    'Nothing is said about when it takes effect.',
    'Choose the month on whose first day it shall be in force.',
  )

const badMonth = (text: string): Finding =>
  error(
    'bad_month',
    `${JSON.stringify(text)} is not a month. An edition takes effect on the first of one.`,
    'Write it as in "2027-03".',
  )

const error = (code: string, message: string, mend: string): Finding => ({
  ...{ kind: 'error', place: place('effectiveFrom'), code, message, mend },
})
