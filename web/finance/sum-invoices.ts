import type { InvoiceBody } from '#finance/invoice-routes.ts'
import { formatMoney } from '#program/money.ts'
import { minorOf } from './amount.ts'

/** What the parts of an invoice came to, as if it had been sent whole. There is at least one. */
export function summedUp(parts: readonly InvoiceBody[]): InvoiceBody {
  const [first] = parts
  if (!first) throw new RangeError('An invoice has at least one part.')
  const { source, currency, isCheck } = first
  const count = (of: (part: InvoiceBody) => number) => parts.reduce((sum, part) => sum + of(part), 0)
  const money = (of: (part: InvoiceBody) => string) =>
    formatMoney(
      count((part) => minorOf(of(part), currency)),
      currency,
    )
  return {
    ...{ source, currency, isCheck },
    rows: count(({ rows }) => rows),
    matched: count(({ matched }) => matched),
    duplicate: count(({ duplicate }) => duplicate),
    unmatched: parts.flatMap(({ unmatched }) => unmatched),
    amount: money(({ amount }) => amount),
    trueUp: money(({ trueUp }) => trueUp),
  }
}
