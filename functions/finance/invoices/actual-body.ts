import { formatInstant } from '#http/instant.ts'
import type { StoredActual } from '#ledger/actual-cost.ts'
import { formatMoney } from '#program/money.ts'
import type { ActualBody } from '../invoice-routes.ts'

/** An actual cost as it is sent. */
export function actualBody(actual: StoredActual, currency: string): ActualBody {
  const { source, id, time, amountMinor, redemption, order, perk, note, recordedAt, match, reason } = actual
  return {
    ...{ source, id, time: formatInstant(time), amount: formatMoney(amountMinor, currency), currency },
    ...{ redemption: redemption ?? null, order: order ?? null, perk: perk ?? null, note: note ?? null },
    recordedAt: formatInstant(recordedAt),
    matched: match && {
      ...{ redemption: match.redemption, entry: match.trueUp },
      trueUp: formatMoney(match.trueUpMinor, currency),
    },
    reason,
  }
}
