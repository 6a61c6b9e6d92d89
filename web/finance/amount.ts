import { parseMoney } from '#program/money.ts'
import { LOCALE } from '#program/words/money-words.ts'

/**
 * An amount as finance reads it: ("1000.00", "GBP") → "£1,000.00". All decimals stay, so that columns align and nobody
 * wonders whether something was rounded.
 */
export function amountWords(amount: string, currency: string): string {
  const decimals = amount.split('.')[1]?.length ?? 0
  const format = new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  return format.format(amount as Intl.StringNumericLiteral)
}

/** "-3.20" in GBP → -320. */
export const minorOf = (amount: string, currency: string): number =>
  amount.startsWith('-') ? -parseMoney(amount.slice(1), currency) : parseMoney(amount, currency)

/** 4.1 → "4.1%", 1 → "1.0%": percentages come rounded to one decimal. */
export const percentWords = (percent: number): string =>
  `${percent.toLocaleString(LOCALE, { minimumFractionDigits: 1 })}%`

/** 1234 → "1,234". */
export const numberWords = (count: number): string => count.toLocaleString(LOCALE)
