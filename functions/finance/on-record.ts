import type { CostTotal } from '#ledger/cost-entry.ts'
import type { PublishedEdition } from '#program/document.ts'
import { type Month, parseMonth } from '#program/month.ts'

/**
 * From which month on the use of a perk is on record: the first that has any entry, of whatever perk, or the first whose
 * edition has the perk, whichever is later. Null where there is none. A perk that nobody used since then was not used; what
 * came before says nothing.
 */
export function onRecordSince(
  perk: string,
  totals: readonly CostTotal[],
  published: readonly PublishedEdition[],
): Month | null {
  const first = published.find(({ document }) => document.perks.some(({ id }) => id === perk))
  if (!first || totals.length === 0) return null
  const booked = totals.reduce((month, total) => Math.min(month, total.month), Number.POSITIVE_INFINITY)
  return Math.max(booked, parseMonth(first.effectiveFrom))
}
