import { identityOf } from '#program/event.ts'
import type { ActualCost, ActualOutcome } from './actual-cost.ts'
import type { Booking } from './booking.ts'
import { candidatesOf } from './find-use.ts'
import { inParallel } from './in-parallel.ts'
import type { Item } from './keys.ts'
import { Busy } from './ledger.ts'
import { type Line, neededFor, planActuals } from './plan-actuals.ts'
import { readItems } from './read-items.ts'
import { type Database, settle } from './settle.ts'
import { usesOfOrder } from './uses-of-order.ts'
import type { Write } from './write.ts'

export interface Bookkeeper extends Database {
  /** When what is booked now is booked, which is never in a closed month. */
  readonly booking: () => Promise<Booking>
}

/** A line writes up to four items (itself, its true-up, the total, the absence of a reversal); a transaction holds 100. */
const MOST_LINES = 24
/** Transactions under way at the same time. */
const LANES = 4
/** Orders looked up at the same time. */
const MOST_QUERIES = 16
/** Lines taken at once. */
const MOST_ACTUALS = 10_000

/**
 * See {@link Books.recordActuals}. Lines are booked some at a time, each in one transaction with its true-up and the total;
 * when it breaks off, the same lines once more complete it. One identity is decided in the order given.
 */
export async function recordActuals(
  keeper: Bookkeeper,
  actuals: readonly ActualCost[],
): Promise<readonly ActualOutcome[]> {
  const begun = await beginning(keeper, actuals)
  if (!begun) return actuals.map(() => ({ kind: 'retry' }))
  const { lines, booking } = begun
  const outcomes = new Map<Line, ActualOutcome>()
  await inParallel(LANES, lanesOf(lines), (lane) => recordLane(keeper, booking, lane, outcomes))
  return lines.map((line) => outcomes.get(line) ?? { kind: 'retry' })
}

/** Undefined when the database is too busy to look anything up. */
async function beginning(keeper: Bookkeeper, actuals: readonly ActualCost[]) {
  try {
    return { booking: await keeper.booking(), lines: await linesOf(keeper, actuals) }
  } catch (error) {
    if (error instanceof Busy) return undefined
    throw error
  }
}

/** See {@link Books.checkActuals}: plans line after line, as though each plan before had been written. */
export async function checkActuals(
  keeper: Bookkeeper,
  actuals: readonly ActualCost[],
): Promise<readonly ActualOutcome[]> {
  const lines = await linesOf(keeper, actuals)
  const booking = await keeper.booking()
  const known = await readItems(keeper.client, keeper.table, neededFor(lines), keeper.patience)
  return lines.map((line) => {
    const { outcomes, writes } = planActuals(known, [line], booking)
    for (const write of writes) known.set(write.pk, written(write, known.get(write.pk)))
    return outcomes[0] ?? { kind: 'retry' }
  })
}

/** What an item is after a write; sums are left out, as no plan reads them. */
function written(write: Write, before: Item | null | undefined): Item | null {
  if ('item' in write) return write.item
  return 'set' in write ? { ...before, ...Object.fromEntries(write.set) } : (before ?? null)
}

/** The lines with the uses that each may be for: of a redemption that one, of an order those that name it. */
async function linesOf(keeper: Bookkeeper, actuals: readonly ActualCost[]): Promise<readonly Line[]> {
  if (actuals.length > MOST_ACTUALS) throw new RangeError(`At most ${MOST_ACTUALS} actual costs can be taken at once.`)
  const byOrder = new Map<string, readonly string[]>()
  const withoutUse = actuals.filter(({ redemption }) => redemption === undefined)
  const orders = new Set(withoutUse.flatMap(({ order }) => (order === undefined ? [] : [order])))
  await inParallel(MOST_QUERIES, [...orders], async (order) => {
    byOrder.set(order, await usesOfOrder(keeper, order))
  })
  return actuals.map((actual) => ({ actual, candidates: candidatesOf(actual, byOrder.get(actual.order ?? '') ?? []) }))
}

/** Lines of one identity, or for one use, go one after the other, in the order given; all others may go side by side. */
function lanesOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const ofIdentity = new Map<string, number>()
  const ofUse = new Map<string, number>()
  const lanes: Line[][] = Array.from({ length: LANES }, () => [])
  for (const line of lines) {
    const identity = identityOf(line.actual)
    const [use = identity] = line.candidates
    const lane = ofIdentity.get(identity) ?? ofUse.get(use) ?? ofIdentity.size % LANES
    ofIdentity.set(identity, lane)
    if (!ofUse.has(use)) ofUse.set(use, lane)
    lanes[lane]?.push(line)
  }
  return lanes
}

/** Gives up when a transaction is given up: what comes after it in the lane may be of the same identity. */
async function recordLane(
  database: Database,
  booking: Booking,
  lane: readonly Line[],
  outcomes: Map<Line, ActualOutcome>,
) {
  for (const part of partsOf(lane)) {
    const { isSettled, planned } = await settle(
      database,
      () => neededFor(part),
      (known) => planActuals(known, part, booking),
    )
    if (!isSettled) return
    part.forEach((line, at) => {
      const outcome = planned.outcomes[at]
      if (outcome) outcomes.set(line, outcome)
    })
  }
}

/** As many lines as fit into a transaction, no two of one identity. */
function* partsOf(lane: readonly Line[]): Generator<readonly Line[]> {
  let part = new Map<string, Line>()
  for (const line of lane) {
    const identity = identityOf(line.actual)
    if (part.size === MOST_LINES || part.has(identity)) {
      yield [...part.values()]
      part = new Map()
    }
    part.set(identity, line)
  }
  if (part.size > 0) yield [...part.values()]
}
