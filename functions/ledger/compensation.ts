import type { Booking } from './booking.ts'
import { costWrite } from './cost-total.ts'
import { trueUpPk } from './keys.ts'
import type { Known } from './plan.ts'
import type { Redemption } from './redemption.ts'
import { trueUpOf } from './true-up.ts'
import { compensationId, settlementId } from './true-up-id.ts'
import { trueUpItem } from './true-up-item.ts'
import type { Write } from './write.ts'

/**
 * What taking a use back has to write beyond its reversal, which takes back the standard cost. Where an invoice has taken
 * the place of that already, a true-up gives it back, so that the use costs what was invoiced; where none has, that is
 * proved, so that it stays true if one comes in this very moment.
 */
export function compensation(use: Redemption, known: Known, booking: Booking): readonly Write[] {
  const settlement = trueUpPk(settlementId(use.id))
  if (!known.get(settlement)) return [{ pk: settlement, isAbsent: true }]
  const entry = trueUpOf(use, booking, { id: compensationId(use.id), costMinor: use.costMinor, invoice: null })
  return [{ pk: trueUpPk(entry.id), item: trueUpItem(entry) }, costWrite(entry)]
}
