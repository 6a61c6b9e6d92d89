import { type Edition, editionIn, type Row, type Tier } from './edition.ts'
import { firstDayOf, lastDayOf, type Month } from './month.ts'
import { amountOf, leftOf, type MeasureProgress, type RowProgress, rowProgress } from './row.ts'
import { type Loss, type Standing, tierAt } from './standing.ts'
import { heirsOf } from './succession.ts'
import { type Life, planRuns } from './timeline.ts'
import { keptThrough, windowStart } from './window.ts'
import { startOfMonth } from './zone.ts'

/** The least that would reach or keep a tier: every way, the nearest to done first. */
export interface NextStep {
  readonly tier: Tier
  readonly ways: readonly Way[]
}

/** One way, with what is left of it if it is done between `from` (null: today) and `by`, both local days. */
export interface Way extends RowProgress {
  readonly from: string | null
  readonly by: string
  /** Part of what is left to spend: this month's returns above this month's purchases, which new ones make good first. */
  readonly returnsFirstMinor: number
}

/** What the member needs for the next tier; null at the top. A window later than this month's may ask for more. */
export function liftOf(life: Life, editions: readonly Edition[], standing: Standing): NextStep | null {
  const next = standing.progress[0]
  if (!next) return null
  const ways = next.rows.map((progress, index) => {
    const row = next.tier.rows[index] ?? []
    const by = lastDayOf(lastMonthAsGood(life, editions, standing, row, progress))
    return wayOf(progress, null, by, life.measures.deficit(standing.month))
  })
  return { tier: next.tier, ways: nearestFirst(ways) }
}

/** The last month of the running window before something drops off, a new window starts or the rules change. */
function lastMonthAsGood(
  life: Life,
  editions: readonly Edition[],
  { month, edition, asOf }: Standing,
  row: Row,
  now: RowProgress,
): Month {
  let last = month
  for (let later = month + 1; ; later++) {
    if (editionIn(editions, later) !== edition) break
    // What is bought today has to lie in the later month's window too.
    if (windowStart(edition.qualification, later, life.joined) > month) break
    const then = progressIn(life, edition, row, later, asOf)
    if (then.measures.some((measure, index) => leftOf(measure) > leftAt(now, index))) break
    last = later
  }
  return last
}

const leftAt = (progress: RowProgress, index: number) => {
  const measure = progress.measures[index]
  return measure ? leftOf(measure) : 0
}

/**
 * What the member needs to hold the tier beyond the day it would be lost: of every month whose earning would last beyond
 * it, the one that asks for least. Null when the tier is not lost, or is withdrawn so that nothing can keep it.
 */
export function keepOf(life: Life, editions: readonly Edition[], standing: Standing): NextStep | null {
  const { loss, month, edition: current } = standing
  if (loss === null || loss.withdrawn) return null
  // A plan that runs now and has ended by then has to be renewed.
  const lostAt = loss.begins ?? startOfMonth(loss.month, current.timeZone)
  const best = new Map<number, Way>()
  for (const { later, edition, tier } of monthsUntil(editions, standing, loss)) {
    if (keptThrough(edition.qualification, later, life.joined) < loss.month) continue
    const start = windowStart(edition.qualification, later, life.joined)
    const end = lastDayOf(later)
    const by = end < loss.until ? end : loss.until
    if (firstDayOf(start) > by) continue
    tier.rows.forEach((row, index) => {
      const from = start > month ? firstDayOf(start) : null
      const owedMinor = from === null ? life.measures.deficit(month) : 0
      const way = wayOf(progressIn(life, edition, row, later, lostAt), from, by, owedMinor)
      const before = best.get(index)
      if (!before || asksLess(way, before)) best.set(index, way)
    })
  }
  return best.size === 0 ? null : { tier: standing.tier, ways: nearestFirst([...best.values()]) }
}

function wayOf({ percent, measures }: RowProgress, from: string | null, by: string, owedMinor: number): Way {
  const spends = ({ need }: MeasureProgress) => need.measure === 'spend' || need.measure === 'lifetimeSpend'
  const owing = measures.map((measure) => (spends(measure) ? { ...measure, owedMinor } : measure))
  const returnsFirstMinor = owing.some((measure) => spends(measure) && leftOf(measure) > 0) ? owedMinor : 0
  return { percent, measures: owing, from, by, returnsFirstMinor }
}

/** The months up to the loss, each with its edition and what the tier has become in it. */
function* monthsUntil(editions: readonly Edition[], standing: Standing, loss: Loss) {
  let { edition, rank } = standing
  for (let later = standing.month; later <= loss.month; later++) {
    const inForce = editionIn(editions, later)
    if (inForce !== edition) {
      const heir = heirsOf(edition, inForce)[rank]
      if (heir === null || heir === undefined) return
      edition = inForce
      rank = heir
    }
    yield { later, edition, tier: tierAt(edition, rank) }
  }
}

function progressIn(life: Life, edition: Edition, row: Row, month: Month, at: number): RowProgress {
  const runs = (plan: string) => planRuns(life.plans, plan, at)
  return rowProgress(row, {
    measures: life.measures,
    qualification: edition.qualification,
    joined: life.joined,
    month,
    runs,
  })
}

/** The share of the way that is still to go, of the measure that is furthest from done. */
const distance = (way: RowProgress) =>
  Math.max(0, ...way.measures.map((measure) => leftOf(measure) / Math.max(1, amountOf(measure.need))))

/** Less to do is better; of the same, more time. */
const asksLess = (way: Way, other: Way) =>
  distance(way) < distance(other) || (distance(way) === distance(other) && way.by > other.by)

/** Of equal shares still to go, what is outdone comes last: £2,500 of £2,500 where £1,000 of £1,000 would do. */
const nearestFirst = (ways: readonly Way[]) =>
  ways
    .map((way) => ({ way, far: distance(way), last: Number(ways.some((other) => outdoes(other, way))) }))
    .sort((one, other) => one.far - other.far || one.last - other.last)
    .map(({ way }) => way)

/** Whether one way asks for less of the same in the same days. */
function outdoes(one: Way, other: Way): boolean {
  if (one.from !== other.from || one.by !== other.by) return false
  const asked = new Map(other.measures.map((measure) => [measure.need.measure, leftOf(measure)]))
  const toDo = one.measures.filter((measure) => leftOf(measure) > 0)
  const more = toDo.map((measure) => (asked.get(measure.need.measure) ?? 0) - leftOf(measure))
  return more.every((amount) => amount >= 0) && more.some((amount) => amount > 0)
}
