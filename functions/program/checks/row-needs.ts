import { isCurrency } from '../currency.ts'
import type { RowDocument } from '../document.ts'
import { MoneyError, parseMoney } from '../money.ts'

/** What a row asks for, by measure, as numbers that can be compared: amounts in minor units, months of a balance, plans as 1. */
export type RowNeeds = ReadonlyMap<string, number>

/** Null for a row with an amount that is none; `amounts.ts` reports that. */
export function rowNeeds(row: RowDocument, currency: string): RowNeeds | null {
  if (!isCurrency(currency)) return null
  try {
    const needs = new Map<string, number>()
    for (const measure of ['spend', 'lifetimeSpend', 'balance'] as const) {
      const text = row[measure]
      if (text !== undefined) needs.set(measure, parseMoney(text, currency))
    }
    if (row.balance !== undefined) needs.set('months', row.months ?? 1)
    if (row.orders !== undefined) needs.set('orders', row.orders)
    if (row.units !== undefined) needs.set('units', row.units)
    // No plan asks for more than another: each is a measure of its own.
    if (row.plan !== undefined) needs.set(`plan ${row.plan}`, 1)
    return needs
  } catch (error) {
    if (error instanceof MoneyError) return null
    throw error
  }
}

/** Whether whoever fulfils `stricter` fulfils `easier` too. */
export function includes(stricter: RowNeeds, easier: RowNeeds): boolean {
  return [...easier].every(([measure, need]) => (stricter.get(measure) ?? -1) >= need)
}

/** Whether two rows ask for the same measures, whatever the figures. */
export function sameMeasures(one: RowNeeds, other: RowNeeds): boolean {
  return one.size === other.size && [...one.keys()].every((measure) => other.has(measure))
}
