import { hasCardNumber, isCardNumberId } from '#http/card-number.ts'
import { type Fault, faultyFields } from '#http/problem.ts'
import type { RedemptionBasket, RedemptionRequest } from '#ledger/redemption.ts'
import { basketOf } from '#program/perks/basket-of.ts'
import type { SentRedemption } from './redemption-routes.ts'

/** Whose request it is, and for what. */
export type Asking = Pick<RedemptionRequest, 'key' | 'sender' | 'member' | 'perk'>

/**
 * The ledger's request for what a till sent, in the program's currency. Throws a 422 problem for what has the right form and
 * cannot be: another currency, an amount that is none, the number of a payment card.
 */
export function redemptionRequest(asking: Asking, sent: SentRedemption, currency: string): RedemptionRequest {
  const [first, ...others] = cardFaults(asking.key, sent)
  if (first) throw faultyFields(422, [first, ...others])
  const { basket, note } = sent
  return { ...asking, basket: basket ? readBasket(basket, currency) : null, ...(note !== undefined && { note }) }
}

function readBasket(sent: NonNullable<SentRedemption['basket']>, currency: string): RedemptionBasket {
  const read = basketOf(sent, currency)
  if ('fault' in read) {
    const { field, code, detail } = read.fault
    throw faultyFields(422, [{ pointer: `/basket/${field}`, code, detail }])
  }
  const { amountMinor, categories } = read.basket
  return { amountMinor, categories, ...(sent.order !== undefined && { order: sent.order }) }
}

/** Where the number of a payment card stands. It is not repeated in the answer, and nothing is kept. */
function cardFaults(key: string, { basket, note = '' }: SentRedemption): Fault[] {
  const ids: readonly (readonly [string, readonly string[]])[] = [
    ['/header/idempotency-key', [key]],
    ['/basket/order', [basket?.order ?? '']],
    ['/basket/categories', basket?.categories ?? []],
  ]
  const wrong = ids.filter(([, texts]) => texts.some(isCardNumberId)).map(([pointer]) => pointer)
  if (hasCardNumber(note)) wrong.push('/note')
  return wrong.map((pointer) => ({
    pointer,
    code: 'card_number',
    detail:
      'This looks like the number of a payment card, which must not be sent here. Leave it out. Nothing was kept.',
  }))
}
