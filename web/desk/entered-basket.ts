import { MoneyError, parseMoney } from '#program/money.ts'
import type { SentBasket } from './asked.ts'

/** The basket as entered in the form, or a sentence that says what is wrong with its amount. */
export function enteredBasket(form: HTMLFormElement, currency: string, order: string): SentBasket | string {
  const fields = new FormData(form)
  const amount = String(fields.get('amount') ?? '').trim()
  try {
    parseMoney(amount, currency)
  } catch (error) {
    if (error instanceof MoneyError) return error.message
    throw error
  }
  return { amount, currency, categories: fields.getAll('category').map(String), order }
}
