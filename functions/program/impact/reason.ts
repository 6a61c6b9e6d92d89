import type { Edition } from '../edition.ts'
import type { MemberSums } from '../sums.ts'
import type { Comparison } from './comparison.ts'
import { heldIn } from './held-in.ts'
import { type Direction, directionOf } from './move.ts'

/**
 * Why a member's tier would be another one, in the first month in which it would. The first of these that is true:
 *
 * - `tier_gone`: the draft has no longer the tier that is held without it.
 * - `tier_new`: they move up, to a tier that there is only with the draft.
 * - `asks_for_more` (down), `asks_for_less` (up): they would not move that way if the draft's tiers asked for what those of
 *   the same id ask for now, and all else were as in the draft.
 * - `kept_shorter` (down), `kept_longer` (up): they would not if `keep` and soft landing stayed as they are, and all else
 *   were as in the draft.
 * - `other`: anything else, such as another window, or several of these that only work together.
 */
export type MoveReason =
  | 'asks_for_more'
  | 'asks_for_less'
  | 'kept_shorter'
  | 'kept_longer'
  | 'tier_gone'
  | 'tier_new'
  | 'other'

/** A move as found: its ranks without and with the draft, and how many months after the draft's first it comes. */
export interface FoundMove {
  readonly without: number
  readonly with: number
  readonly direction: Direction
  readonly after: number
}

/** The reason of a move. See {@link MoveReason}. */
export function reasonOf(sums: MemberSums, comparison: Comparison, move: FoundMove): MoveReason {
  const { latest, draft } = comparison
  const { direction } = move
  const [had, has] = [latest.tiers[move.without]?.id, draft.tiers[move.with]?.id]
  if (!draft.tiers.some(({ id }) => id === had)) return 'tier_gone'
  if (direction === 'up' && !latest.tiers.some(({ id }) => id === has)) return 'tier_new'
  if (isUndoneBy(askingAsBefore(comparison), sums, comparison, move)) {
    return direction === 'down' ? 'asks_for_more' : 'asks_for_less'
  }
  if (isUndoneBy(keptAsBefore(comparison), sums, comparison, move)) {
    return direction === 'down' ? 'kept_shorter' : 'kept_longer'
  }
  return 'other'
}

function isUndoneBy(edition: Edition, sums: MemberSums, comparison: Comparison, move: FoundMove): boolean {
  const editions = [...comparison.without, edition]
  const rank = heldIn(sums, editions, comparison.month + move.after, 1)[0] ?? 0
  return directionOf(comparison, move.without, rank) !== move.direction
}

const askingAsBefore = ({ latest, draft }: Comparison): Edition => ({
  ...draft,
  tiers: draft.tiers.map((tier) => ({
    ...tier,
    rows: latest.tiers.find(({ id }) => id === tier.id)?.rows ?? tier.rows,
  })),
})

const keptAsBefore = ({ latest, draft }: Comparison): Edition => {
  const { keep, softLanding } = latest.qualification
  return { ...draft, qualification: { ...draft.qualification, keep, softLanding } }
}
