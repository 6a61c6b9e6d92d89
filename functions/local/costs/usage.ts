import { METERS, type Meter } from './prices.ts'

/** How much of what is metered, in millionths of each meter's unit. */
export type Usage = Readonly<Partial<Record<Meter, bigint>>>

/** Some usages together. */
export function together(...usages: readonly Usage[]): Usage {
  const sum: Partial<Record<Meter, bigint>> = {}
  for (const usage of usages)
    for (const meter of METERS) if (usage[meter]) sum[meter] = (sum[meter] ?? 0n) + usage[meter]
  return sum
}

/** So many times as much. */
export function times(count: bigint, usage: Usage): Usage {
  return Object.fromEntries(METERS.flatMap((meter) => (usage[meter] ? [[meter, count * usage[meter]]] : [])))
}

/** A quantity as it is counted here: units, which may be parts of one, rounded to the millionth. */
export const units = (count: number): bigint => BigInt(Math.round(count * 1_000_000))
