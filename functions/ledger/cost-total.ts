import { formatMonth, type Month } from '#program/month.ts'
import { costsPk } from './keys.ts'
import type { Redemption } from './redemption.ts'
import { shardOf } from './redemption-id.ts'
import type { Change } from './write.ts'

/** Where a use is counted: the month it was made in, in the program's zone, and its perk, tier, edition and shard. */
export function costPlace(
  { id, at, perk, tier, edition }: Pick<Redemption, 'id' | 'at' | 'perk' | 'tier' | 'edition'>,
  monthOf: (time: number) => Month,
): { readonly pk: string; readonly sk: string } {
  return { pk: costsPk(formatMonth(monthOf(at))), sk: JSON.stringify([perk, tier, edition, shardOf(id)]) }
}

/** What a use adds to the totals; taken back, exactly the negative, at the same place. */
export function costWrite(redemption: Redemption, sign: 1n | -1n, monthOf: (time: number) => Month): Change {
  const add = new Map([
    ['uses', sign],
    ['costMinor', sign * BigInt(redemption.costMinor)],
  ])
  return { ...costPlace(redemption, monthOf), set: new Map(), add, asSeen: new Map() }
}
