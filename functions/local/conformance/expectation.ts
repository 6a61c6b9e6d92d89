import { isDeepStrictEqual } from 'node:util'
import { formatMoney } from '#program/money.ts'
import type { MeasureProgress } from '#program/row.ts'
import type { Standing } from '#program/standing.ts'
import type { Expected } from './vector.ts'

/** A standing in the words of a vector file, to be compared with what it expects. */
export function asExpected(standing: Standing): Expected {
  const { edition, tier, loss, progress } = standing
  const statedOf = (measures: readonly MeasureProgress[]) =>
    Object.fromEntries(measures.map((measure) => [measure.need.measure, statedHave(measure, edition.currency)]))
  return {
    tier: tier.id,
    edition: edition.edition,
    until: loss?.until ?? null,
    // biome-ignore lint/suspicious/noThenProperty: the name is fixed by the vector files
    then: loss?.after.id ?? null,
    progress: Object.fromEntries(progress.map((of) => [of.tier.id, of.rows.map((row) => statedOf(row.measures))])),
  }
}

/** Only what the case states is compared, so that a file may leave out what it does not speak about. */
export function meets(expected: Expected, actual: Expected): boolean {
  return (Object.keys(expected) as (keyof Expected)[]).every((key) => isDeepStrictEqual(expected[key], actual[key]))
}

function statedHave({ need, have }: MeasureProgress, currency: string) {
  if (typeof have !== 'number') return have
  return need.measure === 'orders' || need.measure === 'units' ? have : formatMoney(have, currency)
}
