import { currencyDecimals } from '#program/currency.ts'

/** How a spreadsheet shows amounts of a currency: "0.00". */
export function moneyFormat(currency: string): string {
  const decimals = currencyDecimals(currency)
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
}
