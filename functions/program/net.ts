import type { Purchase, Refund } from './event.ts'

/** What is left of a purchase after its refunds (standing.md, "Refund"). */
export interface Net {
  readonly amountMinor: number
  /** 1 while something is left of the purchase, else 0. */
  readonly orders: 0 | 1
  /** 0 where nothing is left of the amount. */
  readonly units: number
}

/** What refunds ask back of one purchase, summed. */
export interface RefundTotal {
  readonly amountMinor: number
  readonly units: number
}

export const NO_REFUNDS: RefundTotal = { amountMinor: 0, units: 0 }

/** The net amount, order and units of a purchase: each `max(0, bought − refunded)`; a purchase of nothing is no order. */
export function netOf(purchase: Pick<Purchase, 'amountMinor' | 'units'>, refunded: RefundTotal): Net {
  const amountMinor = Math.max(0, purchase.amountMinor - refunded.amountMinor)
  if (amountMinor === 0) return { amountMinor, orders: 0, units: 0 }
  return { amountMinor, orders: 1, units: Math.max(0, purchase.units - refunded.units) }
}

/** A refund added to what was asked back before. */
export function plusRefund(total: RefundTotal, refund: Pick<Refund, 'amountMinor' | 'units'>): RefundTotal {
  return { amountMinor: total.amountMinor + refund.amountMinor, units: total.units + refund.units }
}
