import { currencyDecimals } from '#program/currency.ts'
import { formatMoney, parseMoney } from '#program/money.ts'
import type { AskedField } from './fields.ts'

/** What somebody wrote into a field as a number (minor units or a count), or a sentence about what is wrong with it. */
export function readField({ isMoney, most }: AskedField, text: string, currency: string): number | string {
  const written = text.trim()
  try {
    const value = isMoney ? parseMoney(written, currency) : wholeNumber(written)
    const limit = isMoney ? wholeMoney(most, currency) : most
    return value <= most ? value : `That is more than can be reckoned with here: at most ${limit}.`
  } catch (error) {
    return (error as Error).message
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new RangeError(`"${text.slice(0, 40)}" is not a whole number. Write digits as in "12".`)
  return Number(text)
}

/** An amount without decimals that are all zero: 49200 → "492". */
export const wholeMoney = (minor: number, currency: string): string => {
  const unit = 10 ** currencyDecimals(currency)
  return minor % unit === 0 ? String(minor / unit) : formatMoney(minor, currency)
}
