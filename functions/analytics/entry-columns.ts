import { formatMonth, type Month } from '#program/month.ts'
import type { Column } from './column.ts'
import type { EntryRow } from './entry-row.ts'

export interface ColumnOptions {
  /** How members appear (`ledger/pseudonym.ts`). */
  readonly pseudonym: (member: string) => string
  /** The month of an instant in the program's zone. */
  readonly monthOf: (instant: number) => Month
}

/**
 * The columns of the table `entries`, which holds every kind of entry; its partitions add `period`, the month of booking.
 * The table in AWS is made of the same list, by a test. No name is a word of SQL.
 */
export function entryColumns({ pseudonym, monthOf }: ColumnOptions): readonly Column<EntryRow>[] {
  return [
    { name: 'kind', kind: 'text', of: ({ kind }) => kind },
    { name: 'source', kind: 'text', of: ({ source }) => source },
    { name: 'id', kind: 'text', of: ({ id }) => id },
    { name: 'booked_at', kind: 'instant', of: ({ bookedAt }) => bookedAt },
    { name: 'happened_at', kind: 'instant', of: ({ happenedAt }) => happenedAt },
    { name: 'happened_month', kind: 'text', of: ({ happenedAt }) => formatMonth(monthOf(happenedAt)) },
    { name: 'member', kind: 'text', of: ({ member }) => (member === null ? null : pseudonym(member)) },
    { name: 'perk', kind: 'text', of: ({ perk }) => perk },
    { name: 'tier', kind: 'text', of: ({ tier }) => tier },
    { name: 'edition', kind: 'whole', of: ({ edition }) => edition },
    { name: 'redemption', kind: 'text', of: ({ redemption }) => redemption },
    { name: 'order_id', kind: 'text', of: ({ order }) => order },
    { name: 'plan', kind: 'text', of: ({ plan }) => plan },
    { name: 'units', kind: 'whole', of: ({ units }) => units },
    { name: 'amount_minor', kind: 'money', of: ({ amountMinor }) => amountMinor },
    { name: 'worth_minor', kind: 'money', of: ({ worthMinor }) => worthMinor },
    { name: 'cost_minor', kind: 'money', of: ({ costMinor }) => costMinor },
    { name: 'invoice_source', kind: 'text', of: ({ invoiceSource }) => invoiceSource },
    { name: 'invoice_id', kind: 'text', of: ({ invoiceId }) => invoiceId },
    { name: 'invoice_amount_minor', kind: 'money', of: ({ invoiceAmountMinor }) => invoiceAmountMinor },
  ]
}
