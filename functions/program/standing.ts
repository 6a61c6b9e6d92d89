import { type Edition, editionIn, type Qualification, type Tier } from './edition.ts'
import type { Counted } from './measures.ts'
import { lastDayOf, type Month } from './month.ts'
import { type RowProgress, rowProgress } from './row.ts'
import type { MemberSums } from './sums.ts'
import { type Grounds, type Life, lifeOf, planRuns, type Stretch, timeline } from './timeline.ts'
import { windowStart } from './window.ts'
import { dayOf, monthOf } from './zone.ts'

/** A member's standing at an instant: worked out, never stored (standing.md). */
export interface Standing {
  /** Epoch milliseconds. */
  readonly asOf: number
  readonly month: Month
  readonly edition: Edition
  readonly rank: number
  readonly tier: Tier
  /** The stretch with which it began to be held without a break: since when, and how it was reached. */
  readonly began: Stretch
  /** How it is held now. */
  readonly held: Grounds
  /** When less than this tier will be held if nothing more happens; null for never, and for the first tier. */
  readonly loss: Loss | null
  /** Every higher tier, nearest first. */
  readonly progress: readonly TierProgress[]
  /** Every tier below the held one that has to be reached, lowest first: how far its ways have come as well. */
  readonly below: readonly TierProgress[]
  /** The held tier's own rows over the current window; null on the first tier. */
  readonly keep: readonly RowProgress[] | null
  /** What leaves the window at the end of this month; null unless the period is sliding. */
  readonly dropsOff: Counted | null
}

export interface TierProgress {
  readonly tier: Tier
  readonly rows: readonly RowProgress[]
}

export interface Loss {
  /** The last local day on which the tier is held. */
  readonly until: string
  /** The month that the first instant without it lies in. */
  readonly month: Month
  /** That instant, epoch milliseconds; null for the start of the month. */
  readonly begins: number | null
  /** The tier held from then on. */
  readonly after: Tier
  /** The tier was withdrawn and nothing replaces it: no purchase can keep it. */
  readonly withdrawn: boolean
}

/**
 * The standing of a member at an instant (epoch milliseconds). `sums` holds all that counts at that instant, `editions`
 * every edition there is, in order. Reads no clock. Throws a RangeError when sums are beyond 2^53 − 1.
 */
export function standing(sums: MemberSums, editions: readonly Edition[], asOf: number): Standing {
  const month = monthOf(asOf, editionIn(editions, 0).timeZone)
  const life = lifeOf(sums, month)
  const stretches = timeline(life, editions)
  const { began, now, next } = runUp(stretches, month, asOf)
  const { edition, rank } = now
  const tier = tierAt(edition, rank)
  const runs = (plan: string) => planRuns(life.plans, plan, asOf)
  const context = { measures: life.measures, qualification: edition.qualification, joined: life.joined, month, runs }
  const rowsOf = (of: Tier) => of.rows.map((row) => rowProgress(row, context))
  return {
    asOf,
    month,
    edition,
    rank,
    tier,
    began,
    held: now.grounds,
    loss: rank === 0 ? null : lossAfter(now, next, stretches, horizonOf(life, sums, editions, month)),
    progress: edition.tiers.slice(rank + 1).map((higher) => ({ tier: higher, rows: rowsOf(higher) })),
    below: edition.tiers.slice(1, Math.max(1, rank)).map((lower) => ({ tier: lower, rows: rowsOf(lower) })),
    keep: rank === 0 ? null : rowsOf(tier),
    dropsOff: dropsOffAfter(life, edition.qualification, month),
  }
}

/** The tier of a rank. */
export function tierAt(edition: Edition, rank: number): Tier {
  const tier = edition.tiers[rank]
  if (!tier) throw new RangeError(`Edition ${edition.edition} has no tier of rank ${rank}.`)
  return tier
}

interface RunUp {
  /** The first stretch of those that hold the same tier up to the instant. */
  readonly began: Stretch
  /** The stretch that the instant lies in. */
  readonly now: Stretch
  /** The stretch after it, already taken from the timeline. */
  readonly next: Stretch
}

/** Goes along the timeline to the instant, noting since when one tier has been held. */
function runUp(stretches: Generator<Stretch, never>, month: Month, asOf: number): RunUp {
  let now = stretches.next().value
  let began = now
  for (;;) {
    const next = stretches.next().value
    if (next.month > month || (next.month === month && next.begins !== null && next.begins > asOf)) {
      return { began, now, next }
    }
    const sameTier = tierAt(next.edition, next.rank).id === tierAt(now.edition, now.rank).id
    if (!sameTier) began = next
    now = next
  }
}

/** The first stretch with less than the tier held now, carried from edition to edition; null when none comes. */
function lossAfter(now: Stretch, next: Stretch, stretches: Generator<Stretch, never>, horizon: Month): Loss | null {
  let rank = now.rank
  for (let stretch = next; stretch.month <= horizon; stretch = stretches.next().value) {
    const heir = stretch.heirs ? (stretch.heirs[rank] ?? null) : rank
    if (heir === null || stretch.rank < heir) return lossAt(stretch, heir === null)
    rank = heir
  }
  return null
}

function lossAt({ month, begins, edition, rank }: Stretch, withdrawn: boolean): Loss {
  // The day of the last instant before; at the start of a month that is the last day of the month before.
  const until = begins === null ? lastDayOf(month - 1) : dayOf(begins - 1, edition.timeZone)
  return { until, month, begins, after: tierAt(edition, rank), withdrawn }
}

/**
 * A month from which on nothing changes by itself any more: behind the last event, plan and edition by all windows, what is
 * kept, and one landing per tier.
 */
function horizonOf(life: Life, sums: MemberSums, editions: readonly Edition[], month: Month): Month {
  let last = Math.max(month, sums.months.at(-1)?.month ?? 0, sums.balances.at(-1)?.month ?? 0)
  let [window, keep, tiers, balance] = [0, 0, 0, 0]
  for (const { effectiveFrom, qualification, tiers: ladder, timeZone } of editions) {
    last = Math.max(last, effectiveFrom, ...life.plans.map((plan) => monthOf(plan.until, timeZone)))
    window = Math.max(window, qualification.months)
    keep = Math.max(keep, qualification.keep)
    tiers = Math.max(tiers, ladder.length)
    for (const need of ladder.flatMap((tier) => tier.rows).flat()) {
      if (need.measure === 'balance') balance = Math.max(balance, need.months)
    }
  }
  return last + Math.max(window, balance) + window + keep + tiers * window + 2
}

function dropsOffAfter(life: Life, qualification: Qualification, month: Month): Counted | null {
  if (qualification.period !== 'sliding') return null
  const leaving = windowStart(qualification, month, life.joined)
  return life.measures.between(leaving, leaving)
}
