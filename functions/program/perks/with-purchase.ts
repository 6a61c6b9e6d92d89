import type { Month } from '../month.ts'
import type { MemberSums, MonthSums } from '../sums.ts'

/** A member's sums as they would be with one purchase more in a month, of one unit. A purchase of nothing is no order. */
export function withPurchase(sums: MemberSums, month: Month, amountMinor: number): MemberSums {
  const orders = amountMinor > 0 ? 1 : 0
  const before = sums.months.find((of) => of.month === month)
  const bought: MonthSums = {
    month,
    netMinor: (before?.netMinor ?? 0) + amountMinor,
    looseRefundsMinor: before?.looseRefundsMinor ?? 0,
    orders: (before?.orders ?? 0) + orders,
    units: (before?.units ?? 0) + orders,
  }
  const others = sums.months.filter((of) => of.month !== month)
  return {
    ...sums,
    months: [...others, bought].sort((one, other) => one.month - other.month),
    firstMonth: Math.min(sums.firstMonth ?? month, month),
    joinedMonth: Math.min(sums.joinedMonth ?? month, month),
  }
}
