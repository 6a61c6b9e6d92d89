import type { PlanDocument, QualificationTerms, RowDocument } from '../document.ts'
import { andWords, countWords } from './list-words.ts'
import { moneyWords } from './money-words.ts'
import { periodWords } from './period-words.ts'

export type MeasureName = Exclude<keyof RowDocument, 'months'>

/** What wording a way of qualifying needs to know of its program. */
export interface RowContext {
  readonly qualification: QualificationTerms
  readonly currency: string
  readonly plans: readonly PlanDocument[]
}

/**
 * One way of qualifying as a phrase: "Spend £1,000 in 12 months", "12 orders and £500 in 12 months",
 * "Fairweather Plus, £49 a year", "Keep £5,000 for 3 months". Names every measure of the row, in the document's order.
 */
export function rowWords(row: RowDocument, context: RowContext): string {
  const measures = measuresOf(row)
  const [first] = measures
  const phrases = phrasesOf(row, measures, context)
  if (first === 'plan' || (first === 'balance' && measures.length === 1)) return phrases.join(', with ')
  const verb = first === 'spend' || first === 'lifetimeSpend' ? 'Spend ' : ''
  return verb + joinPhrases(phrases)
}

/** The measures of a row, in the document's order. */
export const measuresOf = (row: RowDocument): MeasureName[] =>
  (Object.keys(row) as (keyof RowDocument)[]).filter(
    (key): key is MeasureName => key !== 'months' && row[key] !== undefined,
  )

/** A plan with its price: "Fairweather Plus, £49 a year"; its id when the document does not describe it. */
export function planWords(id: string, { plans, currency }: Pick<RowContext, 'plans' | 'currency'>): string {
  const plan = plans.find((candidate) => candidate.id === id)
  return plan ? `${plan.name}, ${moneyWords(plan.price, currency)} a ${plan.per}` : id
}

/** What one measure asks for, without its period: "£500", "12 orders", "£10,000 in all". */
export function needWords(row: RowDocument, measure: MeasureName, context: RowContext): string {
  switch (measure) {
    case 'spend':
      return moneyWords(row.spend ?? '0', context.currency)
    case 'orders':
      return countWords(row.orders ?? 0, 'order')
    case 'units':
      return countWords(row.units ?? 0, 'item')
    case 'lifetimeSpend':
      return `${moneyWords(row.lifetimeSpend ?? '0', context.currency)} in all`
    case 'balance':
      return `${moneyWords(row.balance ?? '0', context.currency)} for ${monthsKept(row.months ?? 1)}`
    case 'plan':
      return planWords(row.plan ?? '', context)
    default:
      return measure satisfies never
  }
}

const WINDOWED: ReadonlySet<MeasureName> = new Set(['spend', 'orders', 'units'])

/** One phrase a measure, but those that are summed over the same period share one. */
function phrasesOf(row: RowDocument, measures: readonly MeasureName[], context: RowContext): string[] {
  const windowed = measures.filter((measure) => WINDOWED.has(measure))
  const phrases: string[] = []
  for (const measure of measures) {
    if (!WINDOWED.has(measure)) phrases.push(alone(row, measure, measures.length, context))
    else if (measure === windowed[0]) {
      const needs = windowed.map((name) => needWords(row, name, context))
      phrases.push(`${andWords(needs)} ${periodWords(context.qualification)}`)
    }
  }
  return phrases
}

function alone(row: RowDocument, measure: MeasureName, of: number, context: RowContext): string {
  const words = needWords(row, measure, context)
  if (measure !== 'balance') return words
  return of === 1 ? `Keep ${words}` : `a balance of ${words}`
}

const monthsKept = (months: number) => (months === 1 ? 'a month' : countWords(months, 'month'))

const joinPhrases = (phrases: readonly string[]) =>
  phrases.length === 2
    ? `${phrases[0]}${phrases[0]?.includes(' and ') ? ',' : ''} and ${phrases[1]}`
    : andWords(phrases)
