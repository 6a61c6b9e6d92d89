import { formatInstant } from '#http/instant.ts'
import type { CostEntry } from '#ledger/cost-entry.ts'
import { formatMoney } from '#program/money.ts'
import { formatMonth } from '#program/month.ts'
import type { CostEntryBody } from './costs-routes.ts'
import { moneyOrNull } from './money-or-null.ts'

/** How entries are told: in which currency, and with which pseudonyms. */
export interface Telling {
  readonly currency: string
  readonly pseudonym: (member: string) => string
}

/** An entry as it is sent; of the member no more than the pseudonym. */
export function costEntryBody(entry: CostEntry, { currency, pseudonym }: Telling): CostEntryBody {
  const { id, kind, perk, tier, edition, source, redemption, order, invoice } = entry
  return {
    ...{ id, kind, bookedAt: formatInstant(entry.bookedAt), month: formatMonth(entry.month) },
    ...{ perk, tier, edition, source, member: pseudonym(entry.member) },
    ...{ redemption, usedAt: formatInstant(entry.usedAt), order },
    ...{
      basket: moneyOrNull(entry.basketMinor, currency),
      worth: moneyOrNull(entry.worthMinor, currency),
      cost: formatMoney(entry.costMinor, currency),
    },
    invoice: invoice && { source: invoice.source, id: invoice.id, amount: formatMoney(invoice.amountMinor, currency) },
  }
}
