import type { PlanDocument, QualificationTerms, RowDocument } from '../document.ts'
import { ENGLISH } from './english.ts'
import { moneyWords } from './money-words.ts'
import type { Wording } from './wording.ts'

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
export function rowWords(row: RowDocument, context: RowContext, wording: Wording = ENGLISH): string {
  const measures = measuresOf(row)
  const [first] = measures
  const phrases = phrasesOf(row, measures, context, wording)
  if (first === 'plan' || (first === 'balance' && measures.length === 1)) return phrases.join(wording.besides)
  const needs = joinPhrases(phrases, wording)
  return first === 'spend' || first === 'lifetimeSpend' ? wording.spend(needs) : needs
}

/** The measures of a row, in the document's order. */
export const measuresOf = (row: RowDocument): MeasureName[] =>
  (Object.keys(row) as (keyof RowDocument)[]).filter(
    (key): key is MeasureName => key !== 'months' && row[key] !== undefined,
  )

/** A plan with its price: "Fairweather Plus, £49 a year"; its id when the document does not describe it. */
export function planWords(
  id: string,
  { plans, currency }: Pick<RowContext, 'plans' | 'currency'>,
  wording: Wording = ENGLISH,
): string {
  const plan = plans.find((candidate) => candidate.id === id)
  return plan ? `${plan.name}, ${wording.price(moneyWords(plan.price, currency, wording.locale), plan.per)}` : id
}

/** What one measure asks for, without its period: "£500", "12 orders", "£10,000 in all". */
export function needWords(
  row: RowDocument,
  measure: MeasureName,
  context: RowContext,
  wording: Wording = ENGLISH,
): string {
  const money = (amount = '0') => moneyWords(amount, context.currency, wording.locale)
  switch (measure) {
    case 'spend':
      return money(row.spend)
    case 'orders':
      return wording.count(row.orders ?? 0, 'order')
    case 'units':
      return wording.count(row.units ?? 0, 'item')
    case 'lifetimeSpend':
      return wording.inAll(money(row.lifetimeSpend))
    case 'balance':
      return wording.keptFor(money(row.balance), row.months ?? 1)
    case 'plan':
      return planWords(row.plan ?? '', context, wording)
    default:
      return measure satisfies never
  }
}

const WINDOWED: ReadonlySet<MeasureName> = new Set(['spend', 'orders', 'units'])

/** One phrase a measure, but those that are summed over the same period share one. */
function phrasesOf(
  row: RowDocument,
  measures: readonly MeasureName[],
  context: RowContext,
  wording: Wording,
): readonly string[] {
  const windowed = measures.filter((measure) => WINDOWED.has(measure))
  return measures.flatMap((measure) => {
    const words = needWords(row, measure, context, wording)
    if (measure === 'balance') return [measures.length === 1 ? wording.keepBalance(words) : wording.aBalance(words)]
    if (!WINDOWED.has(measure)) return [words]
    if (measure !== windowed[0]) return []
    const needs = windowed.map((name) => needWords(row, name, context, wording))
    return [`${wording.and(needs)} ${wording.period(context.qualification)}`]
  })
}

const joinPhrases = (phrases: readonly string[], { and, also }: Wording) =>
  phrases.length === 2
    ? `${phrases[0]}${phrases[0]?.includes(` ${also('')}`) ? ',' : ''} ${also(phrases[1] ?? '')}`
    : and(phrases)
