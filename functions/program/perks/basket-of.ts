import { formatMoney, MoneyError, parseMoney } from '../money.ts'
import type { Basket } from './decide.ts'

/** A basket as it is sent: money is a decimal string beside its currency. */
export interface SentBasket {
  readonly amount: string
  readonly currency: string
  readonly categories?: readonly string[] | undefined
}

/** Why a basket cannot be what it says: the field, a code for programs, and a sentence. */
export interface BasketFault {
  readonly field: 'amount' | 'currency'
  readonly code: 'wrong_currency' | 'bad_money' | 'too_big'
  readonly detail: string
}

/** 10^13 − 1 minor units: as much as a purchase may be. */
const MAX_AMOUNT_MINOR = 10 ** 13 - 1

/** The basket that was sent, in the program's currency; or what is wrong with it. */
export function basketOf(
  { amount, currency: sentIn, categories = [] }: SentBasket,
  currency: string,
): { readonly basket: Basket } | { readonly fault: BasketFault } {
  if (sentIn !== currency) {
    const detail = `The program counts in ${currency}. Send the amount in ${currency}, converted as you would charge it.`
    return { fault: { field: 'currency', code: 'wrong_currency', detail } }
  }
  try {
    const amountMinor = parseMoney(amount, currency)
    if (amountMinor <= MAX_AMOUNT_MINOR) return { basket: { amountMinor, categories, usedInOrder: 0 } }
    const detail = `The amount is above ${formatMoney(MAX_AMOUNT_MINOR, currency)}, the most a basket may hold.`
    return { fault: { field: 'amount', code: 'too_big', detail } }
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error
    return { fault: { field: 'amount', code: 'bad_money', detail: error.message } }
  }
}
