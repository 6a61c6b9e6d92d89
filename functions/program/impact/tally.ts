import type { Direction } from './move.ts'
import type { MoveReason } from './reason.ts'

/** What is counted. Tiers and perks go by their ids, months are written "2027-03". */
export type Count =
  | readonly ['members']
  /** Members on the day the draft takes effect. */
  | readonly ['held', 'without' | 'with', tier: string]
  | readonly ['flow', from: string, to: string]
  | readonly ['move', month: string, Direction, MoveReason]
  /** Members within reach of the tier. */
  | readonly ['reach', 'without' | 'with', tier: string]
  | readonly ['uses', 'without' | 'with', perk: string, tier: string]
  /** What the uses of the past were booked at, minor units. */
  | readonly ['cost', perk: string, tier: string]
  /** Members who get the perk with the tier, and have it not without the draft. */
  | readonly ['holders', perk: string, tier: string]

/** Counts by what is counted, written as JSON; one that is not there is 0. */
export type Tally = ReadonlyMap<string, number>

export const NO_TALLY: Tally = new Map()

/** A tally of single counts, which may name the same thing repeatedly. */
export function tallied(counts: Iterable<readonly [Count, number]>): Tally {
  const tally = new Map<string, number>()
  for (const [count, by] of counts) add(tally, JSON.stringify(count), by)
  return tally
}

/** Two tallies as one: members may be counted in any parts and any order. Throws a RangeError above 2^53 − 1. */
export function merge(one: Tally, other: Tally): Tally {
  const tally = new Map(one)
  for (const [count, by] of other) add(tally, count, by)
  return tally
}

/** How often something was counted. */
export const countOf = (tally: Tally, count: Count): number => tally.get(JSON.stringify(count)) ?? 0

/** Everything of one kind that was counted. */
export function* countsOf<K extends Count[0]>(
  tally: Tally,
  kind: K,
): Generator<readonly [Extract<Count, readonly [K, ...unknown[]]>, number]> {
  for (const [text, by] of tally) {
    const count = JSON.parse(text) as Count
    if (count[0] === kind) yield [count as Extract<Count, readonly [K, ...unknown[]]>, by]
  }
}

function add(tally: Map<string, number>, count: string, by: number): void {
  const sum = (tally.get(count) ?? 0) + by
  if (!Number.isSafeInteger(sum)) throw new RangeError(`${count} adds up to more than can be counted exactly.`)
  tally.set(count, sum)
}
