import type { Month } from '../month.ts'
import type { MemberSums } from '../sums.ts'
import type { Comparison } from './comparison.ts'
import { heldIn } from './held-in.ts'
import { type Direction, directionOf } from './move.ts'
import { type MoveReason, reasonOf } from './reason.ts'

/** The day on which the draft takes effect, and the first days of the twelve months after it. */
export const MONTHS_FORECAST = 13

/** What is foretold of one member, if nothing more is bought. */
export interface Forecast {
  /** Ranks of the latest edition, month by month from the draft's first on: without the draft. */
  readonly without: readonly number[]
  /** Ranks of the draft, in the same months. */
  readonly with: readonly number[]
  /** Null when the draft makes no difference to the tier in any of those months. */
  readonly move: Move | null
}

/** The first difference that a draft makes to a member's tier. */
export interface Move {
  /** The first month in which the two differ. */
  readonly month: Month
  readonly direction: Direction
  readonly reason: MoveReason
  /** Tier ids, in that month. */
  readonly from: string
  readonly to: string
}

/** What is foretold of a member, who holds at each first instant what `standing` will say then. */
export function forecastOf(sums: MemberSums, comparison: Comparison): Forecast {
  const { month, latest, draft } = comparison
  const without = heldIn(sums, comparison.without, month, MONTHS_FORECAST)
  const withDraft = heldIn(sums, comparison.with, month, MONTHS_FORECAST)
  for (const [after, rank] of withDraft.entries()) {
    const before = without[after] ?? 0
    const direction = directionOf(comparison, before, rank)
    if (direction === null) continue
    const reason = reasonOf(sums, comparison, { without: before, with: rank, direction, after })
    const [from, to] = [latest.tiers[before]?.id ?? '', draft.tiers[rank]?.id ?? '']
    return { without, with: withDraft, move: { month: month + after, direction, reason, from, to } }
  }
  return { without, with: withDraft, move: null }
}
