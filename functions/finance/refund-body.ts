import type { OpenRefund } from '#ledger/ledger.ts'
import { formatMoney } from '#program/money.ts'
import type { RefundTotal } from '#program/net.ts'
import type { Telling } from './cost-entry-body.ts'

/** An open refund as it is sent: received = applied + excess, in amount and in units (trust.md, I6). */
export function refundBody({ member, received, applied, ...refund }: OpenRefund, { currency, pseudonym }: Telling) {
  const body = ({ amountMinor, units }: RefundTotal) => ({ amount: formatMoney(amountMinor, currency), units })
  const excess = { amountMinor: received.amountMinor - applied.amountMinor, units: received.units - applied.units }
  return {
    member: pseudonym(member),
    ...refund,
    currency,
    received: body(received),
    applied: body(applied),
    excess: body(excess),
  }
}
