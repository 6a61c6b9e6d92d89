import type { Finding } from '../finding.ts'
import type { Subject } from '../subject.ts'
import { textsOf } from './texts.ts'

/** What fits into two lines of a narrow page. */
const LONGEST = 80

/** A headline can be taken in at a glance. */
export function checkHeadlines({ document }: Subject): Finding[] {
  return textsOf(document).flatMap(({ at, text, field }) => {
    const length = [...text].length
    return field === 'headline' && length > LONGEST ? [tooLong(at, length)] : []
  })
}

const tooLong = (at: string, length: number): Finding => ({
  ...{ kind: 'warning', place: at, code: 'long_headline' },
  message: `This headline has ${length} characters; no more than ${LONGEST} are read at a glance.`,
  mend: `Leave out ${length - LONGEST}, and let the story say the rest.`,
})
