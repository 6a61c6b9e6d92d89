import type { Counting } from './activity.ts'
import type { LedgerEvent } from './event.ts'
import { formatMoney } from './money.ts'
import { formatMonth } from './month.ts'
import type { ActivityItem } from './standing-body.ts'

/** An entry as it is sent (api.md, `GET /me/activity`): what came, and what it counts for; whether it can be proved apart. */
export function activityItem(
  entry: LedgerEvent & { readonly recordedAt: number },
  { counted, reason }: Counting,
  currency: string,
): Omit<ActivityItem, 'proof'> {
  const { source, id, type, time, recordedAt } = entry
  return {
    source,
    id,
    type,
    time: new Date(time).toISOString(),
    recordedAt: new Date(recordedAt).toISOString(),
    ...cameAs(entry, currency),
    counted: counted && {
      month: formatMonth(counted.month),
      spend: formatMoney(counted.spendMinor, currency),
      orders: counted.orders,
      units: counted.units,
    },
    reason,
  }
}

type CameAs = Pick<ActivityItem, 'amount' | 'units' | 'note' | 'purchase' | 'plan' | 'perk'>

const NOTHING: CameAs = { amount: null, units: null, note: null, purchase: null, plan: null, perk: null }

function cameAs(entry: LedgerEvent, currency: string): CameAs {
  switch (entry.type) {
    case 'purchase':
      return {
        ...NOTHING,
        amount: formatMoney(entry.amountMinor, currency),
        units: entry.units,
        note: entry.note ?? null,
      }
    case 'refund':
      return {
        ...NOTHING,
        amount: formatMoney(entry.amountMinor, currency),
        units: entry.units,
        purchase: entry.purchase ?? null,
      }
    case 'balance':
      return { ...NOTHING, amount: formatMoney(entry.balanceMinor, currency) }
    case 'plan': {
      const [from, until] = [new Date(entry.from).toISOString(), new Date(entry.until).toISOString()]
      return { ...NOTHING, plan: { plan: entry.plan, from, until } }
    }
    case 'enrolment':
      return NOTHING
    default:
      return entry satisfies never
  }
}
