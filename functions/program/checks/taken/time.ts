import type { ProgramDocument, QualificationTerms } from '../../document.ts'
import { countWords } from '../../words/list-words.ts'
import { windowWords } from '../../words/period-words.ts'
import { place } from '../finding.ts'
import type { Taken } from './taken.ts'

/** How is counted, how long a tier lasts, how it is lost, and how long before all of that is announced. */
export function takenTime(before: ProgramDocument, after: ProgramDocument): Taken[] {
  const [was, is] = [before.qualification, after.qualification]
  return [
    ...(coversWindow(is, was) ? [] : [otherWindow(was, is)]),
    ...(is.keep < was.keep ? [shorterKeep(was.keep, is.keep)] : []),
    ...(was.softLanding && !is.softLanding ? [noLanding()] : []),
    ...(after.noticeDays < before.noticeDays ? [shorterNotice(before.noticeDays, after.noticeDays)] : []),
  ]
}

/**
 * Whether in every month at least the months count that counted before, and a tier lasts as long. A longer sliding window
 * does; a longer period does if each period of before lies within one of it.
 */
function coversWindow(is: QualificationTerms, was: QualificationTerms): boolean {
  if (is.period !== was.period || is.months < was.months) return false
  switch (is.period) {
    case 'sliding':
      return true
    case 'calendar':
      return is.months % was.months === 0 && ((is.startsIn ?? 1) - (was.startsIn ?? 1)) % was.months === 0
    case 'anniversary':
      return is.months % was.months === 0
    default:
      return is.period satisfies never
  }
}

function otherWindow(was: QualificationTerms, is: QualificationTerms): Taken {
  const field = is.period !== was.period ? 'period' : is.months !== was.months ? 'months' : 'startsIn'
  return {
    ...{ what: 'window_changed', place: place('qualification', field) },
    sentence: `Another window counts: “${windowWords(is)}” instead of “${windowWords(was)}”.`,
    keep: 'leave the window as it was',
  }
}

const shorterKeep = (was: number, is: number): Taken => ({
  ...{ what: 'keep_shorter', place: place('qualification', 'keep') },
  sentence: `A tier is kept for ${countWords(is, 'month')} instead of ${countWords(was, 'month')}.`,
  keep: `leave it at ${countWords(was, 'month')}`,
})

const noLanding = (): Taken => ({
  ...{ what: 'soft_landing_gone', place: place('qualification', 'softLanding') },
  sentence: 'Tiers are no longer lost one at a time.',
  keep: 'keep the soft landing',
})

const shorterNotice = (was: number, is: number): Taken => ({
  ...{ what: 'notice_shorter', place: place('noticeDays') },
  sentence: `What is taken away is announced ${countWords(is, 'day')} before instead of ${countWords(was, 'day')}.`,
  keep: `leave it at ${countWords(was, 'day')}`,
})
