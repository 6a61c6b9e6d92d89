import { formatMoney } from '#program/money.ts'
import type { InvoiceResult } from './book-invoice.ts'

/** What was asked for, as the report repeats it. */
export interface Asked {
  readonly file: string
  readonly source: string
  readonly isCheck: boolean
}

/** The report as it is printed: every bad row, and every line without a use. */
export function reportText(result: InvoiceResult, { file, source, isCheck }: Asked): string {
  if (result.kind === 'refused') {
    const { faults, rows } = result
    const count = rows === 0 ? '' : `, ${number(faults.length)} of ${number(rows)} rows are wrong`
    return [
      ...faults.map(({ detail }) => `  ${detail}`),
      `${file} was not taken${count}. Nothing was stored: mend it and run the same command again.`,
    ].join('\n')
  }
  const { tally, currency } = result
  const { rows, matched, duplicate, unmatched, retry, amountMinor, trueUpMinor } = tally
  const money = (minor: number) => `${formatMoney(minor, currency)} ${currency}`
  return [
    `${file} by ${source}${isCheck ? ', only checked: nothing was stored' : ''}:`,
    line('matched', matched, isCheck ? `would book ${money(trueUpMinor)}` : `booked ${money(trueUpMinor)}`),
    ...(duplicate > 0 ? [line('matched before', duplicate, 'reported again with the same content')] : []),
    line('without a use', unmatched.length, unmatched.length > 0 ? 'kept, and shown to finance' : ''),
    ...unmatched.map(({ row, id, reason }) => `      row ${row}, ${JSON.stringify(id)}: ${REASONS[reason]}`),
    ...(retry > 0 ? [line('not stored', retry, 'the database was too busy; run the same command again')] : []),
    line('in all', rows, money(amountMinor)),
  ].join('\n')
}

const REASONS = {
  no_such_redemption: 'there is no such redemption',
  redemption_refused: 'the redemption was refused, so nothing was used',
  no_use_of_order: 'no use of a perk names this order',
  several_uses_of_order: 'several uses name this order; say the perk, or the redemption',
}

const number = (count: number) => count.toLocaleString('en-GB')
const line = (what: string, rows: number, text: string) =>
  `  ${what.padEnd(18)}${number(rows).padStart(9)} rows  ${text}`.trimEnd()

/** 0: every line has its use. 1: something needs a look. 2: nothing was stored. */
export function exitCodeOf(result: InvoiceResult): 0 | 1 | 2 {
  if (result.kind === 'refused') return 2
  return result.tally.unmatched.length > 0 || result.tally.retry > 0 ? 1 : 0
}
