import { type Balance, compareEvents, identityOf, type LedgerEvent, type Plan, type Purchase } from './event.ts'
import type { Month } from './month.ts'
import { NO_REFUNDS, netOf, plusRefund, type RefundTotal } from './net.ts'
import type { MemberSums, MonthBalance, MonthSums, PlanSpan } from './sums.ts'
import { monthOf } from './zone.ts'

/**
 * The sums of one member's events, which may stand in any order; each identity at most once (see `firstWords`). The
 * ledger keeps the same sums as events arrive; rebuilding, checking and looking back use this fold.
 */
export function fold(events: readonly LedgerEvent[], timeZone: string): MemberSums {
  const monthOfTime = (time: number) => monthOf(time, timeZone)
  const joining = events.filter((event) => event.type === 'enrolment' || event.type === 'purchase')
  return {
    months: foldMonths(events, monthOfTime),
    balances: foldBalances(ofType(events, 'balance'), monthOfTime),
    plans: foldPlans(ofType(events, 'plan')),
    firstMonth: earliestMonth(events, monthOfTime),
    joinedMonth: earliestMonth(joining, monthOfTime),
  }
}

type MonthOfTime = (time: number) => Month

function ofType<T extends LedgerEvent['type']>(events: readonly LedgerEvent[], type: T) {
  return events.filter((event): event is Extract<LedgerEvent, { type: T }> => event.type === type)
}

function earliestMonth(events: readonly LedgerEvent[], monthOfTime: MonthOfTime): Month | null {
  if (events.length === 0) return null
  return monthOfTime(events.reduce((earliest, { time }) => Math.min(earliest, time), Infinity))
}

function foldMonths(events: readonly LedgerEvent[], monthOfTime: MonthOfTime): MonthSums[] {
  const months = new Map<Month, MonthSums>()
  const add = (month: Month, more: Partial<MonthSums>) => {
    const sums = months.get(month) ?? { month, netMinor: 0, looseRefundsMinor: 0, orders: 0, units: 0 }
    months.set(month, {
      month,
      netMinor: sums.netMinor + (more.netMinor ?? 0),
      looseRefundsMinor: sums.looseRefundsMinor + (more.looseRefundsMinor ?? 0),
      orders: sums.orders + (more.orders ?? 0),
      units: sums.units + (more.units ?? 0),
    })
  }
  const refunds = ofType(events, 'refund')
  const refunded = refundTotals(refunds)
  for (const purchase of ofType(events, 'purchase')) {
    const net = netOf(purchase, refunded.get(refundKey(purchase)) ?? NO_REFUNDS)
    add(monthOfTime(purchase.time), { netMinor: net.amountMinor, orders: net.orders, units: net.units })
  }
  for (const refund of refunds) {
    if (refund.purchase === undefined) add(monthOfTime(refund.time), { looseRefundsMinor: refund.amountMinor })
  }
  return [...months.values()].sort(byMonth)
}

/** Per purchase what its refunds ask back. Only refunds of the same member take anything from it (trust.md, I18). */
function refundTotals(refunds: readonly Extract<LedgerEvent, { type: 'refund' }>[]): Map<string, RefundTotal> {
  const totals = new Map<string, RefundTotal>()
  for (const refund of refunds) {
    if (refund.purchase === undefined) continue
    const key = refundKey({ ...refund, id: refund.purchase })
    totals.set(key, plusRefund(totals.get(key) ?? NO_REFUNDS, refund))
  }
  return totals
}

const refundKey = (purchase: Pick<Purchase, 'source' | 'id' | 'subject'>) =>
  `${identityOf(purchase)} ${purchase.subject}`

function foldBalances(reports: readonly Balance[], monthOfTime: MonthOfTime): MonthBalance[] {
  const balances = new Map<Month, MonthBalance>()
  for (const report of [...reports].sort(compareEvents)) {
    const month = monthOfTime(report.time)
    const before = balances.get(month)
    const lowMinor = Math.min(before?.lowMinor ?? Infinity, report.balanceMinor)
    balances.set(month, { month, lowMinor, lastMinor: report.balanceMinor })
  }
  return [...balances.values()].sort(byMonth)
}

function foldPlans(words: readonly Plan[]): PlanSpan[] {
  const spans = new Map<string, PlanSpan>()
  for (const { plan, from, until } of [...words].sort(compareEvents)) {
    spans.set(JSON.stringify([plan, from]), { plan, from, until })
  }
  return [...spans.values()].sort(comparePlans)
}

/** Plans stand in the order of their ids, spans of one plan in that of their beginnings. */
export function comparePlans(one: PlanSpan, other: PlanSpan): number {
  if (one.plan !== other.plan) return one.plan < other.plan ? -1 : 1
  return one.from - other.from
}

const byMonth = (one: { month: Month }, other: { month: Month }) => one.month - other.month
