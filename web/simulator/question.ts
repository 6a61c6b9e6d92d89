import type { Habits } from '#program/perks/habits.ts'
import type { Intent } from '#program/perks/simulate.ts'
import type { FieldName } from './fields.ts'
import type { Program } from './program.ts'
import { readField } from './read-field.ts'

/** What is asked, as it was written: the text of each field, and the plans ticked. */
export interface Question {
  readonly texts: Readonly<Partial<Record<FieldName, string>>>
  readonly plans: readonly string[]
}

/** A question as part of a link: "spend=500&orders=12&plan=plus". */
export function toQuery({ fields }: Program, { texts, plans }: Question): string {
  const query = new URLSearchParams()
  for (const { name } of fields) query.set(name, texts[name] ?? '')
  for (const plan of plans) query.append('plan', plan)
  return query.toString()
}

/**
 * The question that a link carries. What it does not say, or says wrongly, is as it was to begin with; each wrong part
 * gets a sentence. Names that are not the simulator's are somebody else's and left alone.
 */
export function fromQuery(search: string, { fields, currency, plans: asked }: Program) {
  const query = new URLSearchParams(search)
  const texts: Partial<Record<FieldName, string>> = {}
  const faults: string[] = []
  for (const field of fields) {
    const text = query.get(field.name)
    texts[field.name] = field.initial
    if (text === null) continue
    const value = readField(field, text, currency)
    if (typeof value === 'number') texts[field.name] = text.trim()
    else faults.push(`${field.label} in the link: ${value} Here it is ${field.initial}.`)
  }
  const plans = [...new Set(query.getAll('plan'))]
  for (const plan of plans.filter((id) => !asked.includes(id)))
    faults.push(`The link names a plan "${plan.slice(0, 40)}", which this program does not have. It is left out.`)
  return { question: { texts, plans: plans.filter((id) => asked.includes(id)) }, faults }
}

/** A question in numbers, or what is wrong with it, field by field. */
export type Read =
  | { readonly intent: Intent; readonly habits: Habits }
  | { readonly faults: ReadonlyMap<FieldName, string> }

export function readQuestion({ texts, plans }: Question, { fields, currency }: Program): Read {
  const faults = new Map<FieldName, string>()
  const numbers = new Map<FieldName, number>()
  for (const field of fields) {
    const value = readField(field, texts[field.name] ?? '', currency)
    if (typeof value === 'number') numbers.set(field.name, value)
    else faults.set(field.name, value)
  }
  if (faults.size > 0) return { faults }
  const of = (name: FieldName) => numbers.get(name) ?? 0
  const [spendMinor, orders] = [of('spend'), of('orders')]
  return {
    intent: {
      ...{ spendMinor, orders, units: of('units'), beforeMinor: of('before'), plans },
      balanceMinor: of('balance') > 0 ? of('balance') : null,
    },
    habits: { spendMinor, orders, coveredPercent: of('covered') },
  }
}
