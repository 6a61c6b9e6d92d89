import type { PerksBody, RedemptionBody } from '#program/perks/perk-body.ts'
import { type Answer, ask, send } from './ask.ts'
import type { Asked, SentBasket } from './asked.ts'

/** What a member has of each perk, decided for a basket where there is one. */
export function fetchPerks(member: string, basket: SentBasket | null): Promise<Answer<PerksBody>> {
  return ask(`/members/${encodeURIComponent(member)}/perks${basketQuery(basket)}`)
}

/** Uses a perk. The same {@link Asked} can be sent any number of times and is granted once. */
export function redeem({ key, member, perk, basket }: Asked): Promise<Answer<RedemptionBody>> {
  const path = `/members/${encodeURIComponent(member)}/perks/${encodeURIComponent(perk)}/redemptions`
  return send(path, basket ? { basket } : {}, { 'Idempotency-Key': key })
}

/** Takes a use back; doing it again does no harm. */
export function takeBack(redemption: string): Promise<Answer<unknown>> {
  return send(`/redemptions/${encodeURIComponent(redemption)}/reversal`, null)
}

function basketQuery(basket: SentBasket | null): string {
  if (!basket) return ''
  const { amount, categories } = basket
  return `?${new URLSearchParams({ amount, ...(categories.length > 0 && { categories: categories.join(',') }) })}`
}
