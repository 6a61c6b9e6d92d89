import { currencyDecimals } from '#program/currency.ts'
import type { ImpactBody } from './impact-body.ts'

type Costs = Pick<ImpactBody, 'costs' | 'currency'>

/** What the uses cost, and what they would have cost, as decimal strings. */
export const costBefore = ({ costs, currency }: Costs): string =>
  sumOf(
    costs.map(({ before }) => before),
    currency,
  )
export const costAfter = ({ costs, currency }: Costs): string =>
  sumOf(
    costs.map(({ after }) => after),
    currency,
  )

/** Minor units of a decimal string that is exact in its currency. */
export const minorOf = (amount: string): bigint => BigInt(amount.replace('.', ''))

function sumOf(amounts: readonly string[], currency: string): string {
  const sum = amounts.reduce((all, amount) => all + minorOf(amount), 0n)
  const decimals = currencyDecimals(currency)
  if (decimals === 0) return String(sum)
  const digits = String(sum).padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
