import type { ActualCost, Unmatched } from './actual-cost.ts'
import { redemptionPk } from './keys.ts'
import type { Known } from './plan.ts'
import type { Redemption } from './redemption.ts'
import { isRedemptionId } from './redemption-id.ts'
import { redemptionIn } from './redemption-item.ts'

/** The use that an actual cost is for, or why there is none. */
export type FoundUse = { readonly use: Redemption } | { readonly reason: Unmatched }

/** The ids of uses that an actual cost may be for; `ofOrder` are those that name its order. */
export function candidatesOf({ redemption }: ActualCost, ofOrder: readonly string[]): readonly string[] {
  if (redemption === undefined) return ofOrder
  return isRedemptionId(redemption) ? [redemption] : []
}

/**
 * Finds the use among the candidates, as they are known. A redemption says it exactly; an order does when one use of it is
 * of the perk named, or there is only one. A use that was taken back is one all the same: the carrier has been paid for it.
 */
export function findUse(actual: ActualCost, candidates: readonly string[], known: Known): FoundUse {
  const found = candidates.flatMap((id) => {
    const item = known.get(redemptionPk(id))
    return item ? [redemptionIn(item)] : []
  })
  if (actual.redemption !== undefined) {
    const [one] = found
    if (!one) return { reason: 'no_such_redemption' }
    return one.kind === 'refused' ? { reason: 'redemption_refused' } : { use: one }
  }
  const uses = found.filter((one): one is Redemption => one.kind === 'redemption' && isOf(one, actual))
  const [use, ...others] = uses
  if (!use) return { reason: 'no_use_of_order' }
  return others.length > 0 ? { reason: 'several_uses_of_order' } : { use }
}

const isOf = ({ basket, perk }: Redemption, actual: ActualCost) =>
  basket?.order === actual.order && (actual.perk === undefined || actual.perk === perk)
