import type { Books } from './books.ts'
import type { CostEntry, CostTotal, Period } from './cost-entry.ts'
import { plus, sumTotals, totalKey } from './sum-totals.ts'

/** A month and place whose total is not the sum of its entries; null: there is no total, or no entry. */
export interface CostDifference {
  readonly stored: CostTotal | null
  readonly counted: CostTotal | null
}

export interface Reconciliation {
  readonly entries: number
  readonly differences: readonly CostDifference[]
  /**
   * How many months and places grew whenever they were looked at: of those it is known only that as many entries were found
   * as there had been before or were afterwards.
   */
  readonly unsettled: number
}

/** Passes before what still moves is left, and what still differs is told: an index may lag behind for a moment. */
const MOST_PASSES = 5

interface Pass {
  readonly before: Totals
  readonly counted: Totals
  readonly after: Totals
}

type Totals = ReadonlyMap<string, CostTotal>

/**
 * Sums all entries of a period anew and compares them with the totals. Safe while entries are being booked: totals are read
 * before and after the entries, and only a total that stood still in between has to be their sum exactly. One that moved is
 * looked at again. `pause` waits between two passes. Throws Busy.
 */
export async function reconcile(
  books: Pick<Books, 'costTotals' | 'costEntries'>,
  period: Period,
  pause: (pass: number) => Promise<void> = async () => {},
): Promise<Reconciliation> {
  let after = await totalsIn(books, period)
  for (let pass = 1; ; pass++) {
    const before = after
    const counted = await entriesIn(books, period)
    after = await totalsIn(books, period)
    const seen = judged({ before, counted, after })
    const isSettled = seen.differences.length === 0 && seen.unsettled === 0
    if (isSettled || pass === MOST_PASSES) return seen
    await pause(pass)
  }
}

async function totalsIn(books: Pick<Books, 'costTotals'>, period: Period): Promise<Totals> {
  return sumTotals(await books.costTotals(period))
}

async function entriesIn(books: Pick<Books, 'costEntries'>, period: Period): Promise<Totals> {
  const sums = new Map<string, CostTotal>()
  for await (const entry of books.costEntries(period)) {
    const [key, sum] = [totalKey(entry), totalOf(entry)]
    const before = sums.get(key)
    sums.set(key, before ? plus(before, sum) : sum)
  }
  return sums
}

function totalOf({ month, perk, tier, edition, source, kind, costMinor }: CostEntry): CostTotal {
  const place = { month, perk, tier, edition, source, entries: 1 }
  switch (kind) {
    case 'use':
      return { ...place, uses: 1, accruedMinor: costMinor, trueUpMinor: 0 }
    case 'reversal':
      return { ...place, uses: -1, accruedMinor: costMinor, trueUpMinor: 0 }
    case 'true-up':
      return { ...place, uses: 0, accruedMinor: 0, trueUpMinor: costMinor }
    default:
      return kind satisfies never
  }
}

function judged({ before, counted, after }: Pass): Reconciliation {
  const differences: CostDifference[] = []
  let unsettled = 0
  for (const key of new Set([...before.keys(), ...counted.keys(), ...after.keys()])) {
    const [first, sum, last] = [before, counted, after].map((totals) => totals.get(key) ?? null)
    const hasMoved = !isSame(first, last)
    const agrees = hasMoved ? isBetween(first, sum, last) : isSame(sum, last)
    if (!agrees) differences.push({ stored: last ?? null, counted: sum ?? null })
    else if (hasMoved) unsettled++
  }
  const entries = [...counted.values()].reduce((sum, total) => sum + total.entries, 0)
  return { entries, differences, unsettled }
}

type MaybeTotal = CostTotal | null | undefined

const isSame = (one: MaybeTotal, other: MaybeTotal) =>
  sumsOf(one).every((sum, position) => sum === sumsOf(other)[position])

/** A place where everything is zero is no other than one that is not there. */
const sumsOf = (total: MaybeTotal) => [
  ...[total?.entries ?? 0, total?.uses ?? 0],
  ...[total?.accruedMinor ?? 0, total?.trueUpMinor ?? 0],
]

/** Entries are only ever added, so their number tells what was there before from what came meanwhile. */
const isBetween = (first: MaybeTotal, sum: MaybeTotal, last: MaybeTotal) =>
  (first?.entries ?? 0) <= (sum?.entries ?? 0) && (sum?.entries ?? 0) <= (last?.entries ?? 0)
