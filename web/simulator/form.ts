import { currencyDecimals } from '#program/currency.ts'
import type { AskedField, FieldName } from './fields.ts'
import type { Program } from './program.ts'
import type { Question } from './question.ts'
import { readField } from './read-field.ts'

/** The form of the page: every number has a field to write in and a slider, which follow each other. */
export interface Form {
  fill(question: Question): void
  /** A sentence under each field that cannot be read; none under the others. */
  showFaults(faults: ReadonlyMap<FieldName, string>): void
}

/** Tells `asked` of every change. */
export function bindForm({ fields, currency, plans: ids }: Program, asked: (question: Question) => void): Form {
  const plans = ids.map((id) => ({ id, box: input(`plan-${id}`) }))
  const parts = fields.map((field) => ({ field, text: input(field.name), slider: input(`${field.name}-slider`) }))
  const question = (): Question => ({
    texts: Object.fromEntries(parts.map(({ field, text }) => [field.name, text.value])),
    plans: plans.filter(({ box }) => box.checked).map(({ id }) => id),
  })
  for (const { field, text, slider } of parts) {
    text.oninput = () => {
      follow(field, text, slider, currency)
      asked(question())
    }
    slider.oninput = () => {
      text.value = slider.value
      asked(question())
    }
  }
  for (const { box } of plans) box.onchange = () => asked(question())
  return {
    fill({ texts, plans: ticked }) {
      for (const { field, text, slider } of parts) {
        text.value = texts[field.name] ?? field.initial
        follow(field, text, slider, currency)
      }
      for (const { id, box } of plans) box.checked = ticked.includes(id)
    },
    showFaults(faults) {
      for (const { field, text } of parts) {
        const fault = faults.get(field.name) ?? ''
        element(`${field.name}-fault`).textContent = fault
        text.setAttribute('aria-invalid', String(fault !== ''))
      }
    },
  }
}

/** The slider goes to the nearest it can show; what is written stands. */
function follow(field: AskedField, text: HTMLInputElement, slider: HTMLInputElement, currency: string): void {
  const value = readField(field, text.value, currency)
  if (typeof value === 'string') return
  slider.value = String(field.isMoney ? value / 10 ** currencyDecimals(currency) : value)
}

function input(id: string): HTMLInputElement {
  const found = element(id)
  if (!(found instanceof HTMLInputElement)) throw new Error(`"${id}" is no field to write in.`)
  return found
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no "${id}".`)
  return found
}
