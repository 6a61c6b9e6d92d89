import type { RowDocument } from '#program/document.ts'

const USUAL = ['plan', 'orders', 'units', 'spend', 'lifetimeSpend', 'balance', 'months']

/**
 * A way with its measures in the order in which they stood (`before`), new ones last, and none that is undefined: how it
 * is worded depends on the order, and typing a number anew should not turn the sentence round.
 */
export function orderedRow(
  row: { readonly [Key in keyof RowDocument]: RowDocument[Key] | undefined },
  before: readonly string[],
): RowDocument {
  const order = [...before, ...USUAL.filter((measure) => !before.includes(measure))]
  return Object.fromEntries(
    order.flatMap((measure) => {
      const value = row[measure as keyof RowDocument]
      return value === undefined ? [] : [[measure, value]]
    }),
  )
}
