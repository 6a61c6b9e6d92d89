import type { Month } from '#program/month.ts'
import type { Books } from './books.ts'
import type { CostEntry, CostPlace, CostTotal, Period } from './cost-entry.ts'
import { addSums, type CostSums, NO_SUMS } from './cost-sums.ts'
import { isSomeSum } from './some-sum.ts'
import { totalKey } from './sum-totals.ts'

/** All entries of a period summed up, and where that is not what the totals say. */
export interface Reconciliation extends CostSums {
  readonly differences: readonly CostDifference[]
}

/** A month and place whose total is not the sum of its entries. */
export interface CostDifference extends CostPlace {
  readonly month: Month
  readonly inTotals: CostSums
  readonly inEntries: CostSums
}

export interface Reconciling {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Waits before a place that differs is looked at again; the number of times counts from 1. */
  readonly pause?: (times: number) => Promise<void>
}

/** However long a transaction takes, a clock lags or an index is behind: what was booked earlier than that is listed by now. */
const LATE_MS = 300_000
/** An index that lags has caught up after this many looks, or does not lag. */
const LOOKS = 6

const BASE_MS = 25
const waitLonger = (times: number) => new Promise<void>((resolve) => setTimeout(resolve, BASE_MS * 2 ** times))

/**
 * Sums all entries of a period up and compares them with the totals, place by place, while entries go on arriving.
 *
 * The entries are listed, the totals read, and the newest entries listed again. What stood in the first list is in the
 * totals, and what is in the totals stands in the second list; so a total has to be the sum of the first list and of some
 * of what only the second one has. At a place where nothing arrived in between that is one sum, exactly. A place for which
 * it does not hold is looked at a few times more, because the list is an index, which may lag (trust.md). Throws Busy.
 */
export async function reconcile(
  books: Pick<Books, 'costTotals' | 'costEntries'>,
  period: Period,
  { now, pause = waitLonger }: Reconciling,
): Promise<Reconciliation> {
  const since = now() - LATE_MS
  const older = new Map<string, CostSums>()
  let before = new Map<string, CostEntry>()
  for await (const entry of books.costEntries(period)) {
    if (entry.bookedAt > since) before.set(entry.id, entry)
    else addTo(older, totalKey(entry), sumsOf(entry))
  }
  for (let look = 1; ; look++) {
    const totals = await books.costTotals(period)
    const after = new Map(before)
    for await (const entry of books.costEntries(period, { bookedAt: since, id: LAST_ID })) after.set(entry.id, entry)
    const differences = differencesBetween(totals, older, before, after)
    if (differences.length === 0 || look === LOOKS) return { ...sumOfAll(older, after), differences }
    await pause(look)
    before = after
  }
}

/** After every id of one instant. */
const LAST_ID = '\u{10ffff}'

function differencesBetween(
  totals: readonly CostTotal[],
  older: ReadonlyMap<string, CostSums>,
  before: ReadonlyMap<string, CostEntry>,
  after: ReadonlyMap<string, CostEntry>,
): readonly CostDifference[] {
  const told = new Map<string, CostSums>()
  for (const total of totals) addTo(told, totalKey(total), total)
  const surely = new Map(older)
  for (const entry of before.values()) addTo(surely, totalKey(entry), sumsOf(entry))
  const maybe = new Map<string, CostSums[]>()
  for (const entry of after.values()) {
    if (!before.has(entry.id)) maybe.set(totalKey(entry), [...(maybe.get(totalKey(entry)) ?? []), sumsOf(entry)])
  }
  return [...new Set([...told.keys(), ...surely.keys(), ...maybe.keys()])].sort().flatMap((place) => {
    const [inTotals, counted] = [told.get(place) ?? NO_SUMS, surely.get(place) ?? NO_SUMS]
    const newest = maybe.get(place) ?? []
    if (isSomeSum(inTotals, counted, newest)) return []
    const [month, perk, tier, edition, source] = JSON.parse(place) as [Month, string, string, number, string]
    return { month, perk, tier, edition, source, inTotals, inEntries: newest.reduce(addSums, counted) }
  })
}

/** What an entry adds to the total of its place. */
function sumsOf({ kind, costMinor }: CostEntry): CostSums {
  switch (kind) {
    case 'use':
      return { entries: 1, uses: 1, accruedMinor: costMinor, trueUpMinor: 0 }
    case 'reversal':
      return { entries: 1, uses: -1, accruedMinor: costMinor, trueUpMinor: 0 }
    case 'true-up':
      return { entries: 1, uses: 0, accruedMinor: 0, trueUpMinor: costMinor }
    default:
      return kind satisfies never
  }
}

function sumOfAll(older: ReadonlyMap<string, CostSums>, newest: ReadonlyMap<string, CostEntry>): CostSums {
  return [...older.values(), ...[...newest.values()].map(sumsOf)].reduce(addSums, NO_SUMS)
}

const addTo = (sums: Map<string, CostSums>, place: string, more: CostSums) =>
  sums.set(place, addSums(sums.get(place) ?? NO_SUMS, more))
