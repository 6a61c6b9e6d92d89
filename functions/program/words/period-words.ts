import type { QualificationTerms, TierDocument } from '../document.ts'
import { monthName } from './date-words.ts'
import { capital, countWords, numberWord, orWords } from './list-words.ts'
import { periodStarts } from './period-starts.ts'
import { hasPlanWay } from './plan-way.ts'

/** Over which span a way of qualifying is summed, as it follows an amount: "in 12 months", "in a calendar year". */
export function periodWords({ period, months, startsIn }: QualificationTerms): string {
  const span = months === 12 ? 'a year' : countWords(months, 'month')
  switch (period) {
    case 'sliding':
      return months === 1 ? 'in a month' : `in ${months} months`
    case 'calendar':
      if (months === 12 && (startsIn ?? 1) === 1) return 'in a calendar year'
      return months === 1 ? 'in a calendar month' : `in ${span} from ${orWords(startsOf(months, startsIn ?? 1))}`
    case 'anniversary':
      return `in ${span} of membership`
    default:
      return period satisfies never
  }
}

/** The whole rule in a sentence: which months count when one stands in a given month. */
export function windowWords(terms: QualificationTerms): string {
  const { period, months, startsIn } = terms
  switch (period) {
    case 'sliding':
      if (months === 1) return 'Only the present month counts.'
      return `The last ${months} calendar months count, the present one included. At the end of each month its oldest drops off.`
    case 'calendar': {
      const starts = orWords(startsOf(months, startsIn ?? 1))
      return `Counting begins afresh on the first of ${starts} and runs for ${countWords(months, 'month')}.`
    }
    case 'anniversary':
      return `Counting begins afresh every ${countWords(months, 'month')}, from the month in which you joined or first bought.`
    default:
      return period satisfies never
  }
}

/** How long a tier that has been earned lasts. */
export function keepWords({ period, months, keep }: QualificationTerms): string {
  if (period === 'sliding' || months === 1) {
    if (keep === 0) return 'A tier earned in a month is yours to the end of that month.'
    if (keep === 1) return 'A tier earned in a month is yours to the end of the next month.'
    return `A tier earned in a month is yours to the end of that month and for ${numberWord(keep)} months more.`
  }
  const more = keep === 0 ? '' : ` and for ${keep === 1 ? 'one month' : `${numberWord(keep)} months`} more`
  return `A tier is yours to the end of the period in which it was earned${more}.`
}

/** What happens when one of these tiers is lost. What a plan gives has no soft landing (standing.md, "Keeping a tier"). */
export const landingWords = (terms: QualificationTerms, tiers: readonly TierDocument[]): string =>
  landingSentence(terms, hasPlanWay(tiers))

/** The same, when it is known whether a plan is a way to one of the tiers. */
export function landingSentence({ softLanding, months }: QualificationTerms, byPlan: boolean): string {
  const planEnds = byPlan ? ' What a paid plan gives ends with the plan.' : ''
  if (!softLanding)
    return `When a tier ends, you hold the highest that you have earned and that still lasts.${planEnds}`
  const step = months === 1 ? 'a month' : countWords(months, 'month')
  return `What you earned you lose one tier at a time, however little you bought, and each step down lasts ${step}.${planEnds}`
}

const startsOf = (months: number, startsIn: number): string[] =>
  periodStarts(months, startsIn).map((number) => capital(monthName(number)))
