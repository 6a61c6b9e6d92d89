import { type Finding, place } from '#program/checks/finding.ts'
import { monthWords } from '#program/words/date-words.ts'

/**
 * Whether rules that change have a month, and one that is late enough. `earliest` is the first for which they could be
 * published; both as "2027-03", so that they are in the order of their letters.
 */
export function checkMonth(effectiveFrom: string | null, earliest: string): readonly Finding[] {
  if (effectiveFrom === null) {
    const message = 'Nothing is said about when it takes effect.'
    return [error('no_month', message, 'Choose the month on whose first day it shall be in force.')]
  }
  if (effectiveFrom >= earliest) return []
  const message = `It is too late for ${monthWords(effectiveFrom)}.`
  return [error('too_early', message, `Choose ${monthWords(earliest)} or a later month.`)]
}

const error = (code: string, message: string, mend: string): Finding => ({
  ...{ kind: 'error', place: place('effectiveFrom'), code, message, mend },
})
