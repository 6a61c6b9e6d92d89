import { turnOf } from '#herald/month-turn.ts'
import { planTurnOf, planTurnsIn } from '#herald/plan-turn.ts'
import type { TierChange } from '#herald/tier-change.ts'
import { writeChanges } from '#herald/write-changes.ts'
import { type Edition, editionIn } from '#program/edition.ts'
import type { LedgerEvent } from '#program/event.ts'
import { firstWords } from '#program/first-word.ts'
import { fold } from '#program/fold.ts'
import { standing } from '#program/standing.ts'
import { type MemberSums, NOTHING } from '#program/sums.ts'
import { monthOf, startOfMonth } from '#program/zone.ts'

/** Events that were recorded together, in one transaction. */
export interface Recorded {
  readonly events: readonly LedgerEvent[]
  /** Epoch milliseconds. */
  readonly at: number
}

/**
 * All that is told of a member's life until an instant, in no order: of every write, of the turn of every month, at which the
 * member is looked at so many milliseconds after it happened, and of every plan that a write said would begin or end.
 */
export function toldOf(
  life: readonly Recorded[],
  editions: readonly Edition[],
  until: number,
  lateByMs: number,
): TierChange[] {
  const { timeZone } = editionIn(editions, 0)
  const sumsAt = sumsOf(life, timeZone)
  const [first] = life
  if (!first) return []
  const knownAt = (instant: number) => sumsAt(life.filter(({ at }) => at <= instant).length)
  const writes = life.map(({ at }, index) => {
    return { member: 'm', at, sequence: String(index + 1), before: sumsAt(index), after: sumsAt(index + 1) }
  })
  const told = writes.flatMap((write) => writeChanges(write, editions))
  for (const at of new Set(writes.flatMap(planTurnsIn))) {
    if (at <= until) told.push(...[planTurnOf('m', knownAt(at), editions, at) ?? []].flat())
  }
  for (let month = monthOf(first.at, timeZone) + 1; startOfMonth(month, timeZone) <= until; month++) {
    const seen = knownAt(startOfMonth(month, timeZone) + lateByMs)
    told.push(...[turnOf('m', seen, editions, month) ?? []].flat())
  }
  return told
}

/** The id of the tier that somebody takes for the member's who listens to what is told, whatever its order. */
export function heardFrom(told: readonly TierChange[]): string | undefined {
  return told.toSorted((one, other) => (one.order < other.order ? -1 : 1)).at(-1)?.to.id
}

/** The id of the tier that the member holds at an instant, by all that was recorded. */
export function heldAtLast(life: readonly Recorded[], editions: readonly Edition[], at: number): string {
  return standing(sumsOf(life, editionIn(editions, 0).timeZone)(life.length), editions, at).tier.id
}

/** The sums after so many writes. */
function sumsOf(life: readonly Recorded[], timeZone: string): (writes: number) => MemberSums {
  const steps = life.map((_, index) => {
    const events = firstWords(life.slice(0, index + 1).flatMap((recorded) => recorded.events)).events
    return fold(events, timeZone)
  })
  return (writes) => steps[writes - 1] ?? NOTHING
}
