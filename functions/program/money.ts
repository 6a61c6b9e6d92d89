import { currencyDecimals } from './currency.ts'

/** Money outside is a decimal string, inside an integer of minor units (api.md, "Money"). No float is ever involved. */
const DECIMAL = /^(?:0|[1-9]\d*)(?:\.(\d+))?$/

/** What was given is no amount of money; the message says why and how it should look. */
export class MoneyError extends Error {
  override readonly name = 'MoneyError'
}

/**
 * "12.5" in GBP → 1250. Plain digits only: no sign, exponent, grouping or leading zeros, at most the currency's decimals,
 * and not above 2^53 − 1 minor units. Throws {@link MoneyError}.
 */
export function parseMoney(text: string, currency: string): number {
  const decimals = currencyDecimals(currency)
  const match = DECIMAL.exec(text)
  if (!match) throw new MoneyError(`${quote(text)} is not an amount. Write digits as in "${example(decimals)}".`)
  const fraction = match[1] ?? ''
  if (fraction.length > decimals) {
    throw new MoneyError(
      `${quote(text)} has ${fraction.length} decimals, ${currency} has ${decimals}: "${example(decimals)}".`,
    )
  }
  const minor = Number(text.replace('.', '') + '0'.repeat(decimals - fraction.length))
  if (!Number.isSafeInteger(minor)) throw new MoneyError(`${quote(text)} is more than an amount may be.`)
  return minor
}

/** 1250 in GBP → "12.50": exactly the currency's decimals, a minus in front of what is below zero. */
export function formatMoney(minor: number, currency: string): string {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not a whole number of minor units.`)
  const decimals = currencyDecimals(currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const sign = minor < 0 ? '-' : ''
  if (decimals === 0) return sign + digits
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

const example = (decimals: number) => (decimals === 0 ? '1250' : `12.${'50'.padEnd(decimals, '0').slice(0, decimals)}`)

const quote = (text: string) => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
