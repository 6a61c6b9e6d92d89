import type { Fault } from '#http/problem.ts'
import { formatMoney, MoneyError, parseMoney } from '#program/money.ts'

/** What an amount is read by. */
export interface MoneyTerms {
  /** The program's currency. */
  readonly currency: string
  /** The most that one event of this type may carry. */
  readonly mostMinor: number
}

/** The amount at a pointer in minor units; 0 beside a fault where it is no amount. */
export function readMoney(
  pointer: string,
  sent: { readonly amount: string; readonly currency: string },
  { currency, mostMinor }: MoneyTerms,
  faults: Fault[],
): number {
  if (sent.currency !== currency) {
    const detail = `The program counts in ${currency}. Send the amount in ${currency}, converted as you charged it.`
    faults.push({ pointer: '/data/currency', code: 'wrong_currency', detail })
    return 0
  }
  try {
    const minor = parseMoney(sent.amount, currency)
    if (minor <= mostMinor) return minor
    const most = formatMoney(mostMinor, currency)
    faults.push({ pointer, code: 'too_big', detail: `The amount is above ${most}, the most one event may carry.` })
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error
    faults.push({ pointer, code: 'bad_money', detail: error.message })
  }
  return 0
}
