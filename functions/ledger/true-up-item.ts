import { parseMonth } from '#program/month.ts'
import type { CostEntry } from './cost-entry.ts'
import { type Item, keyOf, TRUE_UP, trueUpPk } from './keys.ts'
import { periodOf } from './period.ts'

/**
 * A true-up's item has one attribute per field, under the field's own name, and none for what is null. The order is
 * `forOrder`, because the index of orders is to list redemptions only.
 */
export function trueUpItem(trueUp: CostEntry): Item {
  const { id, bookedAt, month, member, perk, tier, edition, source, redemption, usedAt, order, costMinor, invoice } =
    trueUp
  const pk = trueUpPk(id)
  return {
    ...keyOf(pk),
    type: { S: 'true-up' },
    ...{ member: { S: member }, perk: { S: perk }, tier: { S: tier }, edition: number(edition), source: { S: source } },
    ...{ redemption: { S: redemption }, usedAt: number(usedAt), costMinor: number(costMinor) },
    ...(order !== null && { forOrder: { S: order } }),
    ...(invoice && {
      ...{
        invoiceSource: { S: invoice.source },
        invoiceId: { S: invoice.id },
        invoiceMinor: number(invoice.amountMinor),
      },
    }),
    ...{ period: { S: periodOf('costs', month, pk) }, recordedAt: number(bookedAt), time: number(bookedAt) },
  }
}

/** The true-up that an item holds. */
export function trueUpIn(item: Item): CostEntry {
  const { member, perk, tier, source, redemption, forOrder, invoiceSource, invoiceId, invoiceMinor } = item
  const [, month = ''] = /:(\d{4}-\d\d)\./.exec(item.period?.S ?? '') ?? []
  return {
    ...{ id: (item.pk?.S ?? '').slice(TRUE_UP.length), kind: 'true-up' },
    ...{ bookedAt: Number(item.recordedAt?.N), month: parseMonth(month) },
    ...{ perk: perk?.S ?? '', tier: tier?.S ?? '', edition: Number(item.edition?.N), source: source?.S ?? '' },
    ...{ member: member?.S ?? '', redemption: redemption?.S ?? '', usedAt: Number(item.usedAt?.N) },
    ...{ order: forOrder?.S ?? null, basketMinor: null, worthMinor: null, costMinor: Number(item.costMinor?.N) },
    invoice: invoiceSource
      ? { source: invoiceSource.S ?? '', id: invoiceId?.S ?? '', amountMinor: Number(invoiceMinor?.N) }
      : null,
  }
}

const number = (value: number) => ({ N: String(value) })
