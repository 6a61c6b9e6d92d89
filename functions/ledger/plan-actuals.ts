import type { ActualCost, ActualOutcome, Unmatched } from './actual-cost.ts'
import { actualIn, actualItem, isSameActual, matchWrite, reasonWrite } from './actual-item.ts'
import type { Booking } from './booking.ts'
import { costWrite } from './cost-total.ts'
import { findUse } from './find-use.ts'
import { actualPk, redemptionPk, reversalPk, trueUpPk } from './keys.ts'
import { merged } from './merged.ts'
import type { Known } from './plan.ts'
import type { Redemption } from './redemption.ts'
import { trueUpOf } from './true-up.ts'
import { furtherLineId, settlementId } from './true-up-id.ts'
import { trueUpItem } from './true-up-item.ts'
import type { Write } from './write.ts'

/** An actual cost, with the ids of the uses that it may be for. */
export interface Line {
  readonly actual: ActualCost
  readonly candidates: readonly string[]
}

/** What recording actual costs comes to if the writes succeed, all in one transaction. */
export interface ActualsPlan {
  readonly outcomes: readonly ActualOutcome[]
  readonly writes: readonly Write[]
}

interface Draft {
  readonly known: Known
  readonly booking: Booking
  /** Uses that a line of this plan settles. */
  readonly settled: Set<string>
  readonly writes: Write[]
}

/** What has to be known to plan well. */
export function neededFor(lines: readonly Line[]): Set<string> {
  const ofUses = lines.flatMap(({ candidates }) =>
    candidates.flatMap((use) => [redemptionPk(use), reversalPk(use), trueUpPk(settlementId(use))]),
  )
  return new Set([...lines.map(({ actual }) => actualPk(actual)), ...ofUses])
}

/**
 * Plans the recording of actual costs, no two of them of one identity, in their order. The first line of a use takes the
 * place of its standard cost, each further one adds to it; so what a use cost is the sum of its lines once it has any.
 */
export function planActuals(known: Known, lines: readonly Line[], booking: Booking): ActualsPlan {
  const draft: Draft = { known, booking, settled: new Set(), writes: [] }
  const outcomes = lines.map((line) => put(draft, line))
  return { outcomes, writes: merged(draft.writes) }
}

function put(draft: Draft, { actual, candidates }: Line): ActualOutcome {
  const { known } = draft
  const item = known.get(actualPk(actual))
  const before = item ? actualIn(item) : undefined
  if (before && !isSameActual(before, actual)) return { kind: 'conflict' }
  if (before?.match) {
    return { kind: 'duplicate', redemption: before.match.redemption, trueUpMinor: before.match.trueUpMinor }
  }
  const found = findUse(actual, candidates, known)
  if ('use' in found) return book(draft, actual, found.use, before !== undefined)
  keep(draft, actual, found.reason, before?.reason ?? null)
  return { kind: 'unmatched', reason: found.reason, again: before !== undefined }
}

/** Keeps an actual cost without a use, or why it still has none. */
function keep({ writes, booking }: Draft, actual: ActualCost, reason: Unmatched, before: Unmatched | null): void {
  if (before === null) {
    const stored = { ...actual, recordedAt: booking.at, match: null, reason }
    writes.push({ pk: actualPk(actual), item: actualItem(stored, booking.month) })
  } else if (before !== reason) {
    writes.push(reasonWrite(actual, reason))
  }
}

function book(draft: Draft, actual: ActualCost, use: Redemption, isKept: boolean): ActualOutcome {
  const { writes, booking } = draft
  const { id, costMinor } = amountOf(draft, actual, use)
  const entry = trueUpOf(use, booking, { id, costMinor, invoice: actual })
  const match = { redemption: use.id, trueUpMinor: costMinor, trueUp: id }
  const stored = { ...actual, recordedAt: booking.at, match, reason: null }
  writes.push(isKept ? matchWrite(actual, match) : { pk: actualPk(actual), item: actualItem(stored, booking.month) })
  writes.push({ pk: trueUpPk(id), item: trueUpItem(entry) }, costWrite(entry))
  return { kind: 'matched', redemption: use.id, trueUpMinor: costMinor }
}

/** What a line adds to the cost of its use, under which id. The first one proves that nobody took the use back meanwhile. */
function amountOf({ known, settled, writes }: Draft, actual: ActualCost, use: Redemption) {
  const settlement = settlementId(use.id)
  if (settled.has(use.id) || known.get(trueUpPk(settlement))) {
    return { id: furtherLineId(actual), costMinor: actual.amountMinor }
  }
  settled.add(use.id)
  const isReversed = Boolean(known.get(reversalPk(use.id)))
  if (!isReversed) writes.push({ pk: reversalPk(use.id), isAbsent: true })
  return { id: settlement, costMinor: actual.amountMinor - (isReversed ? 0 : use.costMinor) }
}
