import { formatMoney } from '#program/money.ts'

/** An amount as it is sent, where there may be none: (1250, "GBP") → "12.50". */
export const moneyOrNull = (minor: number | null, currency: string): string | null =>
  minor === null ? null : formatMoney(minor, currency)
