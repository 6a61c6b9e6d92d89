import type { ProgramDocument, RowDocument } from '#program/document.ts'
import { usualHabits } from '#program/perks/habits.ts'
import { orWords } from '#program/words/list-words.ts'
import { wholeMoney } from './read-field.ts'

export type FieldName = 'spend' | 'orders' | 'units' | 'before' | 'balance' | 'covered'

/** A number that the simulator asks for. */
export interface AskedField {
  readonly name: FieldName
  readonly label: string
  readonly isMoney: boolean
  /** The most that may be asked about: minor units, or a count. */
  readonly most: number
  /** What the field says before anyone has touched it: "492", "12". */
  readonly initial: string
}

/** The same on the page. */
export interface Field extends AskedField {
  /** Where the slider ends, and its steps: whole units of the currency, or counts. */
  readonly slider: { readonly max: number; readonly step: number }
}

/** More than anyone spends, and little enough that sums of years of it stay exact. */
const MOST_MINOR = 10_000_000_000_000
const MOST_ORDERS = 366
const MOST_UNITS = 100_000

/** What the program makes it worth asking: spend and orders always, because perks are used with orders; the rest if it counts. */
export function fieldsOf(document: ProgramDocument): readonly Field[] {
  const { tiers, perks, qualification, currency } = document
  const rows = tiers.flatMap(({ qualify = [] }) => qualify)
  const habits = usualHabits(document)
  const aYear = 12 / qualification.months
  const most = (measure: keyof RowDocument) => Math.max(0, ...rows.map((row) => Number(row[measure] ?? 0)))
  const isUsed = (measure: keyof RowDocument) => rows.some((row) => row[measure] !== undefined)
  const usual = wholeMoney(habits.spendMinor, currency)
  const money = (name: FieldName, label: string, atLeast: number, initial: string): Field => ({
    ...{ name, label, initial, isMoney: true, most: MOST_MINOR, slider: sliderTo(atLeast) },
  })
  const count = (name: FieldName, label: string, atLeast: number, initial: number, limit: number): Field => ({
    ...{ name, label, initial: String(initial), isMoney: false, most: limit },
    slider: sliderTo(Math.min(atLeast, limit)),
  })
  const fields = [
    money('spend', 'Spend in a year', Math.max(most('spend') * aYear * 1.25, Number(usual) * 2), usual),
    count('orders', 'Orders in a year', Math.max(most('orders') * aYear * 1.5, 24), habits.orders, MOST_ORDERS),
  ]
  if (isUsed('units')) fields.push(count('units', 'Items in a year', most('units') * aYear * 1.5, 0, MOST_UNITS))
  if (isUsed('lifetimeSpend')) fields.push(money('before', 'Spent in earlier years', most('lifetimeSpend') * 1.25, '0'))
  if (isUsed('balance')) fields.push(money('balance', 'Balance kept', most('balance') * 1.25, '0'))
  const categories = categoriesOf(perks)
  if (categories.length > 0) {
    const what = categories.length > MOST_NAMED ? 'what perks are limited to' : orWords(categories)
    fields.push(count('covered', `Orders with ${what}, in %`, 100, habits.coveredPercent, 100))
  }
  return fields
}

/** Longer lists would not be read. */
const MOST_NAMED = 5

const categoriesOf = (perks: ProgramDocument['perks']): readonly string[] => [
  ...new Set(perks.flatMap(({ terms }) => Object.values(terms).flatMap(({ categories = [] }) => categories))),
]

const ROUND = [1, 2, 3, 4, 5, 6, 8, 10]

/** The next round number from here, with a hundred steps up to it, or as many as there are whole ones. */
function sliderTo(atLeast: number): Field['slider'] {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, atLeast)))
  const max = Math.max(10, (ROUND.find((times) => times * power >= atLeast) ?? 10) * power)
  return { max, step: Math.max(1, Math.floor(max / 100)) }
}

/** The plans that a way of qualifying asks for. */
export function plansAsked({ tiers, plans = [] }: ProgramDocument) {
  const asked = new Set(tiers.flatMap(({ qualify = [] }) => qualify.map(({ plan }) => plan)))
  return plans.filter(({ id }) => asked.has(id))
}
