import { memberPk, orderPk, redemptionPk, reversalPk } from './keys.ts'
import { type Counter, planRedemption } from './plan-redemption.ts'
import type { Redeemed, RedemptionRequest } from './redemption.ts'
import { redemptionId } from './redemption-id.ts'
import { settle } from './settle.ts'

/** See {@link Ledger.redeem}. Everything that the decision goes by is proved by the transaction that grants it. */
export async function redeem(counter: Counter, request: RedemptionRequest): Promise<Redeemed> {
  assertRedeemable(request)
  const { member, perk, basket } = request
  const id = redemptionId(request.sender, request.key)
  const pks = new Set([redemptionPk(id), reversalPk(id), memberPk(member)])
  if (basket?.order !== undefined) pks.add(orderPk(member, perk, basket.order))
  const { isSettled, planned } = await settle(
    counter,
    () => pks,
    (known) => planRedemption(counter, id, request, known),
  )
  return isSettled ? planned.answer : { kind: 'retry' }
}

function assertRedeemable({ basket }: RedemptionRequest): void {
  if (!basket || (Number.isSafeInteger(basket.amountMinor) && basket.amountMinor >= 0)) return
  throw new RangeError('The amount of a basket must be a whole number of minor units, from 0 to 2^53 - 1.')
}
