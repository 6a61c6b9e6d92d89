import type { Qualification } from './edition.ts'
import type { Month } from './month.ts'

/**
 * The first month of the window of month `month`; the window ends with `month` itself (standing.md, "Windows").
 * `joined` is the month from which a member's anniversary periods count.
 */
export function windowStart(qualification: Qualification, month: Month, joined: Month): Month {
  const { period, months, startsIn } = qualification
  switch (period) {
    case 'sliding':
      return month - months + 1
    case 'calendar':
      return month - modulo(month - (startsIn - 1), months)
    case 'anniversary':
      return month - modulo(month - joined, months)
    default:
      return period satisfies never
  }
}

/** The last month through which a tier earned in `month` is kept (standing.md, "Keeping a tier"). */
export function keptThrough(qualification: Qualification, month: Month, joined: Month): Month {
  if (qualification.period === 'sliding') return month + qualification.keep
  return windowStart(qualification, month, joined) + qualification.months - 1 + qualification.keep
}

/** The remainder that is never below zero: periods also run backwards from their anchor. */
const modulo = (value: number, divisor: number) => ((value % divisor) + divisor) % divisor
