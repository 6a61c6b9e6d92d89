import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { Month } from '#program/month.ts'
import { type Item, keyOf, REDEMPTION, REVERSAL, redemptionPk, reversalPk } from './keys.ts'
import { periodOf } from './period.ts'
import type { Redemption, RedemptionBasket, RedemptionRequest, RefusedRedemption, Reversal } from './redemption.ts'
import { reversalId } from './redemption-id.ts'
import { usesIn, usesValue } from './use-counter.ts'

/**
 * The items of redemptions, refused ones and reversals have one attribute per field, under the field's own name, and none
 * for what is null. The instant is `time`, as the index `history` lists them. Entries, which a refused attempt is not, have
 * it as `recordedAt` too, as the index `period` has them; `month` is the one it lies in. The
 * order of a reversal is `usedFor`, so that the index `orders` has the use alone.
 */
export function redemptionItem(redemption: Redemption, month: Month): Item {
  const { id, salt, at, worthMinor, costMinor, usesBefore, usedInOrder, left } = redemption
  const pk = redemptionPk(id)
  return {
    ...keyOf(pk),
    ...{ type: { S: redemption.kind }, period: { S: periodOf('costs', month, pk) }, salt: { S: salt } },
    ...askedAttributes(redemption),
    ...{ time: number(at), recordedAt: number(at), worthMinor: number(worthMinor), costMinor: number(costMinor) },
    ...(usesBefore && { usesBefore: usesValue(usesBefore) }),
    ...(usedInOrder !== null && { usedInOrder: number(usedInOrder) }),
    ...(left !== null && { left: number(left) }),
  }
}

export function refusedItem({
  id,
  at,
  kind,
  reason,
  missing,
  used,
  left,
  resetsOn,
  ...asked
}: RefusedRedemption): Item {
  return {
    ...keyOf(redemptionPk(id)),
    type: { S: kind },
    ...askedAttributes(asked),
    time: number(at),
    answer: { S: JSON.stringify({ reason, missing, used, left, resetsOn }) },
  }
}

export function reversalItem(reversal: Reversal, month: Month): Item {
  const { redemption, salt, usedAt, source, order, sender, member, perk, tier, edition, at, costMinor } = reversal
  const pk = reversalPk(redemption)
  return {
    ...keyOf(pk),
    ...{ type: { S: 'reversal' }, period: { S: periodOf('costs', month, pk) }, salt: { S: salt } },
    ...{ usedAt: number(usedAt), source: { S: source }, ...(order !== null && { usedFor: { S: order } }) },
    ...{ sender: { S: sender }, member: { S: member }, perk: { S: perk }, tier: { S: tier } },
    ...{ edition: number(edition), time: number(at), recordedAt: number(at), costMinor: number(costMinor) },
  }
}

/** What stands under a key: a use, or a refused attempt. */
export function redemptionIn(item: Item): Redemption | RefusedRedemption {
  const asked = { id: text(item.pk).slice(REDEMPTION.length), ...askedIn(item) }
  if (item.type?.S === 'refused') {
    const answer = JSON.parse(text(item.answer)) as Pick<RefusedRedemption, 'reason' | 'missing' | 'used' | 'left'>
    return { kind: 'refused', ...asked, at: Number(item.time?.N), resetsOn: null, ...answer }
  }
  return {
    kind: 'redemption',
    ...asked,
    salt: text(item.salt),
    ...(item.personal && { personal: text(item.personal) }),
    at: Number(item.time?.N),
    worthMinor: Number(item.worthMinor?.N),
    costMinor: Number(item.costMinor?.N),
    usesBefore: item.usesBefore ? usesIn(item.usesBefore) : null,
    usedInOrder: numberOrNull(item.usedInOrder),
    left: numberOrNull(item.left),
  }
}

export function reversalIn(item: Item): Reversal {
  const redemption = text(item.pk).slice(REVERSAL.length)
  const { sender, member, perk, tier, edition } = askedIn(item)
  const at = Number(item.time?.N)
  return {
    ...{ kind: 'reversal', id: reversalId(redemption), salt: text(item.salt), redemption },
    ...{ usedAt: Number(item.usedAt?.N), source: text(item.source), order: item.usedFor?.S ?? null },
    ...{ sender, member, perk, tier, edition, at, costMinor: Number(item.costMinor?.N) },
  }
}

/** Whether an answer was given to this very request. */
export function isSameRequest(one: Omit<RedemptionRequest, 'key'>, other: Omit<RedemptionRequest, 'key'>): boolean {
  return contentOf(one) === contentOf(other)
}

function contentOf({ sender, member, perk, basket, note }: Omit<RedemptionRequest, 'key'>): string {
  const used = basket && [basket.amountMinor, basket.categories, basket.order ?? null]
  return JSON.stringify([sender, member, perk, used, note ?? null])
}

type Asked = Omit<RedemptionRequest, 'key'> & Pick<Redemption, 'tier' | 'edition'>

function askedAttributes({ sender, member, perk, basket, note, tier, edition }: Asked): Item {
  return {
    ...{ sender: { S: sender }, member: { S: member }, perk: { S: perk }, tier: { S: tier }, edition: number(edition) },
    ...(basket && basketAttributes(basket)),
    ...(note !== undefined && { note: { S: note } }),
  }
}

const basketAttributes = ({ amountMinor, categories, order }: RedemptionBasket): Item => ({
  amountMinor: number(amountMinor),
  categories: { L: categories.map((category) => ({ S: category })) },
  ...(order !== undefined && { order: { S: order } }),
})

function askedIn({ sender, member, perk, note, tier, edition, amountMinor, categories, order }: Item): Asked {
  const basket = amountMinor && {
    amountMinor: Number(amountMinor.N),
    categories: (categories?.L ?? []).map(text),
    ...(order && { order: text(order) }),
  }
  return {
    ...{ sender: text(sender), member: text(member), perk: text(perk), tier: text(tier), edition: Number(edition?.N) },
    basket: basket ?? null,
    ...(note && { note: text(note) }),
  }
}

const text = (value: AttributeValue | undefined) => value?.S ?? ''
const number = (value: number): AttributeValue => ({ N: String(value) })
const numberOrNull = (value: AttributeValue | undefined) => (value?.N === undefined ? null : Number(value.N))
