/** The language of all wording that names no other. */
export const LOCALE = 'en-GB'

const formats = new Map<string, Intl.NumberFormat>()

/**
 * An exact amount for reading: ("1000.00", "GBP") → "£1,000", ("187.60", "GBP") → "£187.60". Decimals are left out only
 * when all of them are zero, and never rounded: there are as many as the decimal string has.
 */
export function moneyWords(amount: string, currency: string, locale: string = LOCALE): string {
  const decimals = /\.(\d*[1-9]\d*)$/.exec(amount)?.[1]?.length ?? 0
  // A string, not a number: Intl formats it digit by digit, so that 2^53 + 1 pence stay what they are.
  return formatOf(currency, decimals, locale).format(amount as Intl.StringNumericLiteral)
}

function formatOf(currency: string, decimals: number, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency} ${decimals}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
    formats.set(key, format)
  }
  return format
}

/** Whether a decimal string is nothing: "0", "0.00", "0.000". */
export const isZero = (amount: string): boolean => !/[1-9]/.test(amount)
