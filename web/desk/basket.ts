import { parseMoney } from '#program/money.ts'
import type { SentBasket } from './asked.ts'

/** The basket as entered in the form. Throws a MoneyError whose message says what is wrong with the amount. */
export function enteredBasket(form: HTMLFormElement, currency: string, order: string): SentBasket {
  const fields = new FormData(form)
  const amount = String(fields.get('amount') ?? '').trim()
  parseMoney(amount, currency)
  return { amount, currency, categories: fields.getAll('category').map(String), order }
}

/** What the desk is asked with, to decide for a basket. */
export function basketQuery(basket: SentBasket | null): string {
  if (!basket) return ''
  const { amount, categories } = basket
  return `?${new URLSearchParams({ amount, ...(categories.length > 0 && { categories: categories.join(',') }) })}`
}
