import { formatMoney } from '#program/money.ts'
import { type CostSums, costOf } from './group-costs.ts'

/** Sums as they are sent. */
export function costSumsBody(sums: CostSums, currency: string) {
  const { entries, uses, accruedMinor, trueUpMinor } = sums
  const money = (minor: number) => formatMoney(minor, currency)
  return { entries, uses, accrued: money(accruedMinor), trueUp: money(trueUpMinor), cost: money(costOf(sums)) }
}
