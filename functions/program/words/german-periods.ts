import type { QualificationTerms } from '../document.ts'
import { monthName } from './date-words.ts'
import { periodStarts } from './period-starts.ts'

const SMALL = 'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ')

/** Over which span a way of qualifying is summed, as it follows an amount: "in 12 Monaten", "im Kalenderjahr". */
export function germanPeriod(terms: QualificationTerms): string {
  const { period, months, startsIn } = terms
  const span = months === 12 ? 'einem Jahr' : inMonths(months)
  switch (period) {
    case 'sliding':
      return `in ${inMonths(months)}`
    case 'calendar':
      if (months === 12 && (startsIn ?? 1) === 1) return 'im Kalenderjahr'
      return months === 1 ? 'im Kalendermonat' : `in ${span} ab ${startsOf(terms).join(' oder ')}`
    case 'anniversary':
      return `in ${span} der Mitgliedschaft`
    default:
      return period satisfies never
  }
}

/** Which months count when one stands in a given month. */
export function germanWindow(terms: QualificationTerms): string {
  const { period, months } = terms
  switch (period) {
    case 'sliding':
      if (months === 1) return 'Es zählt nur der laufende Monat.'
      return `Es zählen die letzten ${months} Kalendermonate, der laufende eingeschlossen. Am Ende jedes Monats fällt der älteste weg.`
    case 'calendar': {
      if (months === 1) return 'Gezählt wird in jedem Monat von vorn.'
      const starts = startsOf(terms).map((month) => `am 1. ${month}`)
      return `Gezählt wird von vorn ${starts.join(' und ')}, jeweils ${months} Monate lang.`
    }
    case 'anniversary':
      return `Gezählt wird ${months === 1 ? 'jeden Monat' : `alle ${months} Monate`} von vorn, von dem Monat an, in dem Sie beigetreten sind oder zum ersten Mal gekauft haben.`
    default:
      return period satisfies never
  }
}

/** How long a tier that has been earned lasts. */
export function germanKeep({ period, months, keep }: QualificationTerms): string {
  const more = keep === 1 ? 'einen Monat' : `${SMALL[keep] ?? keep} Monate`
  if (period === 'sliding' || months === 1) {
    const earned = 'Eine Stufe, die Sie in einem Monat erreichen, gilt bis zum Ende'
    if (keep === 0) return `${earned} dieses Monats.`
    return keep === 1 ? `${earned} des folgenden Monats.` : `${earned} dieses Monats und ${more} darüber hinaus.`
  }
  const longer = keep === 0 ? '' : ` und ${more} darüber hinaus`
  return `Eine Stufe gilt bis zum Ende des Zeitraums, in dem Sie sie erreicht haben${longer}.`
}

/** What happens when a tier is lost. */
export function germanLanding({ softLanding, months }: QualificationTerms, byPlan: boolean): string {
  const planEnds = byPlan ? ' Was ein bezahlter Plan gibt, endet mit dem Plan.' : ''
  if (!softLanding)
    return `Wenn eine Stufe endet, haben Sie die höchste, die Sie erreicht haben und die noch gilt.${planEnds}`
  const step = months === 1 ? 'einen Monat' : `${months} Monate`
  return `Was Sie erreicht haben, verlieren Sie nur Stufe um Stufe, wie wenig Sie auch kaufen, und jede Stufe abwärts gilt ${step}.${planEnds}`
}

const inMonths = (months: number) => (months === 1 ? 'einem Monat' : `${months} Monaten`)

const startsOf = ({ months, startsIn }: QualificationTerms) =>
  periodStarts(months, startsIn ?? 1).map((number) => monthName(number, 'de-DE'))
