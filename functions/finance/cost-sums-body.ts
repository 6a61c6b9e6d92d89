import type { CostSums } from '#ledger/cost-sums.ts'
import { formatMoney } from '#program/money.ts'
import { costOf } from './group-costs.ts'

/** Sums as they are sent. */
export function costSumsBody(sums: CostSums, currency: string) {
  const { entries, uses, accruedMinor, trueUpMinor } = sums
  const money = (minor: number) => formatMoney(minor, currency)
  return { entries, uses, accrued: money(accruedMinor), trueUp: money(trueUpMinor), cost: money(costOf(sums)) }
}
