import { isCurrency } from '../currency.ts'
import { MoneyError, parseMoney } from '../money.ts'

/** An amount in minor units; null for what is none, which `amounts.ts` reports. */
export function minorOf(text: string, currency: string): number | null {
  if (!isCurrency(currency)) return null
  try {
    return parseMoney(text, currency)
  } catch (error) {
    if (error instanceof MoneyError) return null
    throw error
  }
}
