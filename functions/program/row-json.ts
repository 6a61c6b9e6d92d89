import type { Counted } from './measures.ts'
import { formatMoney } from './money.ts'
import { firstDayOf, type Month } from './month.ts'
import { amountOf, leftOf, type MeasureProgress, type RowProgress } from './row.ts'
import type { DropsOff, MeasureBody, RowBody } from './standing-body.ts'

/** A row as it is sent. */
export function rowBody({ percent, measures }: RowProgress, currency: string): RowBody {
  return { percent, measures: measures.map((measure) => measureBody(measure, currency)) }
}

/** A measure as it is sent: money as decimal strings, counts as numbers. */
export function measureBody(progress: MeasureProgress, currency: string): MeasureBody {
  const { need, have, monthsKept } = progress
  const money = (minor: number) => formatMoney(minor, currency)
  switch (need.measure) {
    case 'spend':
    case 'lifetimeSpend':
      return {
        measure: need.measure,
        have: money(Number(have)),
        need: money(need.minor),
        left: money(leftOf(progress)),
      }
    case 'orders':
    case 'units':
      return { measure: need.measure, have: Number(have), need: amountOf(need), left: leftOf(progress) }
    case 'balance':
      return {
        measure: need.measure,
        have: have === null ? null : money(Number(have)),
        need: money(need.minor),
        left: money(leftOf(progress)),
        months: { have: monthsKept ?? 0, need: need.months + 1 },
      }
    case 'plan':
      return { measure: need.measure, plan: need.plan, have: have === true, need: true, left: have !== true }
    default:
      return need satisfies never
  }
}

/** What leaves the window, as it is sent; `from` is the first month without it. */
export function dropsOffBody({ spendMinor, orders, units }: Counted, from: Month, currency: string): DropsOff {
  return { on: firstDayOf(from), spend: formatMoney(spendMinor, currency), orders, units }
}
