import type { Column } from '#analytics/column.ts'
import type { CostEntry } from '#ledger/cost-entry.ts'
import { formatMonth } from '#program/month.ts'
import type { ExportSetting } from './export-order.ts'

/** The columns of every export that has a row for each entry, in this order. No name of a column is a word of SQL. */
export function entryColumns({ currency, pseudonym }: ExportSetting): readonly Column<CostEntry>[] {
  return [
    { name: 'id', kind: 'text', of: ({ id }) => id },
    { name: 'kind', kind: 'text', of: ({ kind }) => kind },
    { name: 'booked_at', kind: 'instant', of: ({ bookedAt }) => bookedAt },
    { name: 'booked_month', kind: 'text', of: ({ month }) => formatMonth(month) },
    { name: 'perk', kind: 'text', of: ({ perk }) => perk },
    { name: 'tier', kind: 'text', of: ({ tier }) => tier },
    { name: 'edition', kind: 'whole', of: ({ edition }) => edition },
    { name: 'source', kind: 'text', of: ({ source }) => source },
    { name: 'member', kind: 'text', of: ({ member }) => pseudonym(member) },
    { name: 'redemption', kind: 'text', of: ({ redemption }) => redemption },
    { name: 'used_at', kind: 'instant', of: ({ usedAt }) => usedAt },
    { name: 'order_id', kind: 'text', of: ({ order }) => order },
    { name: 'currency', kind: 'text', of: () => currency },
    { name: 'basket', kind: 'money', of: ({ basketMinor }) => basketMinor },
    { name: 'worth', kind: 'money', of: ({ worthMinor }) => worthMinor },
    { name: 'cost', kind: 'money', of: ({ costMinor }) => costMinor },
    { name: 'invoice_source', kind: 'text', of: ({ invoice }) => invoice?.source ?? null },
    { name: 'invoice_id', kind: 'text', of: ({ invoice }) => invoice?.id ?? null },
    { name: 'invoice_amount', kind: 'money', of: ({ invoice }) => invoice?.amountMinor ?? null },
  ]
}
