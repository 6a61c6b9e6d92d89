import type { Line } from './row-reading.ts'

/** What the rows of one customer tell of them. */
export interface Customer {
  /** Epoch milliseconds: the first of their orders and refunds in the file. */
  readonly since: number
  /** The address of the earliest row that has one. */
  readonly address: { readonly text: string; readonly at: number } | undefined
}

/** Takes note of a row's customer. Of rows at the same instant the first in the file counts. */
export function meet(customers: Map<string, Customer>, { subject, time, address: text }: Line): void {
  const known = customers.get(subject)
  const since = known ? Math.min(known.since, time) : time
  const isEarlier = known?.address === undefined || time < known.address.at
  const address = text !== undefined && isEarlier ? { text, at: time } : known?.address
  customers.set(subject, { since, address })
}
