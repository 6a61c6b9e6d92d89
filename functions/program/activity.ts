import { compareEvents, identityOf, type LedgerEvent, type Plan, type Purchase, type Refund } from './event.ts'
import type { Counted } from './measures.ts'
import type { Month } from './month.ts'
import { NO_REFUNDS, netOf, plusRefund, type RefundTotal } from './net.ts'
import type { ActivityReason } from './standing-body.ts'
import { monthOf } from './zone.ts'

/** What an event adds to a month's sums, or takes from them. */
export interface Counting {
  /** Null where it adds nothing and takes nothing. */
  readonly counted: (Counted & { readonly month: Month }) | null
  /** Why it counts for less than it says; null when all of it counts. */
  readonly reason: ActivityReason | null
}

/**
 * For each event of one member what it counts for. The parts of a month add up to that month's sums exactly; of refunds
 * that compete for one purchase, the earlier is served first. Each identity stands at most once in `events`.
 */
export function countings(events: readonly LedgerEvent[], timeZone: string): ReadonlyMap<LedgerEvent, Counting> {
  const result = new Map<LedgerEvent, Counting>()
  const ordered = [...events].sort(compareEvents)
  const byIdentity = new Map(ordered.map((event) => [identityOf(event), event]))
  const refunds = ordered.filter((event) => event.type === 'refund')
  const asked = new Map<Purchase, RefundTotal>()

  for (const event of ordered) {
    if (event.type === 'purchase') result.set(event, ofPurchase(event, timeZone))
    else if (event.type !== 'refund')
      result.set(event, nothing(isSuperseded(event, ordered) ? 'superseded' : 'not_a_sum'))
  }
  for (const refund of refunds) {
    if (refund.purchase === undefined) continue
    const named = byIdentity.get(identityOf({ source: refund.source, id: refund.purchase }))
    if (named?.type === 'purchase') result.set(refund, ofRefund(refund, named, asked, timeZone))
    else result.set(refund, nothing(named ? 'not_a_purchase' : 'purchase_not_arrived'))
  }
  const left = spendByMonth(result.values())
  for (const refund of refunds) {
    if (refund.purchase === undefined) result.set(refund, ofLooseRefund(refund, left, timeZone))
  }
  return result
}

const nothing = (reason: ActivityReason): Counting => ({ counted: null, reason })

function ofPurchase(purchase: Purchase, timeZone: string): Counting {
  const { amountMinor, orders, units } = netOf(purchase, NO_REFUNDS)
  const month = monthOf(purchase.time, timeZone)
  return { counted: { month, spendMinor: amountMinor, orders, units }, reason: orders === 0 ? 'nothing_paid' : null }
}

/** The difference the refund makes to what is left of its purchase, in the purchase's month. */
function ofRefund(refund: Refund, purchase: Purchase, asked: Map<Purchase, RefundTotal>, timeZone: string): Counting {
  const before = asked.get(purchase) ?? NO_REFUNDS
  const after = plusRefund(before, refund)
  asked.set(purchase, after)
  const [had, has] = [netOf(purchase, before), netOf(purchase, after)]
  const spendMinor = has.amountMinor - had.amountMinor
  return {
    counted: {
      month: monthOf(purchase.time, timeZone),
      spendMinor,
      orders: has.orders - had.orders,
      units: has.units - had.units,
    },
    reason: -spendMinor < refund.amountMinor ? 'more_than_was_left' : null,
  }
}

/** Takes from what is left of its own month, down to nothing. */
function ofLooseRefund(refund: Refund, left: Map<Month, number>, timeZone: string): Counting {
  const month = monthOf(refund.time, timeZone)
  const spend = left.get(month) ?? 0
  const taken = Math.min(spend, refund.amountMinor)
  left.set(month, spend - taken)
  return {
    counted: { month, spendMinor: 0 - taken, orders: 0, units: 0 },
    reason: taken < refund.amountMinor ? 'more_than_was_left' : null,
  }
}

function spendByMonth(countings: Iterable<Counting>): Map<Month, number> {
  const spend = new Map<Month, number>()
  for (const { counted } of countings) {
    if (counted) spend.set(counted.month, (spend.get(counted.month) ?? 0) + counted.spendMinor)
  }
  return spend
}

/** A later word on the same plan with the same beginning stands in its place. */
function isSuperseded(event: LedgerEvent, ordered: readonly LedgerEvent[]): boolean {
  if (event.type !== 'plan') return false
  const sameSpan = (other: LedgerEvent): other is Plan =>
    other.type === 'plan' && other.plan === event.plan && other.from === event.from
  return ordered.findLast(sameSpan) !== event
}
