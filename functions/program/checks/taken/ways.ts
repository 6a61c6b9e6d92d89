import { ENGLISH_CHANGES } from '../../changes/english-changes.ts'
import type { ProgramDocument, RowDocument, TierDocument } from '../../document.ts'
import { andWords } from '../../words/list-words.ts'
import { periodWords } from '../../words/period-words.ts'
import { measuresOf, needWords, type RowContext, rowWords } from '../../words/row-words.ts'
import { place } from '../finding.ts'
import { includes, type RowNeeds, rowNeeds, sameMeasures } from '../row-needs.ts'
import type { Taken } from './taken.ts'

/** A way of qualifying as it is written, and as numbers. */
interface Way {
  readonly row: RowDocument
  readonly needs: RowNeeds
  /** A JSON Pointer. */
  readonly at: string
}

/** A tier that is there before and after, with what leads to it or above it. */
interface Path {
  readonly name: string
  readonly at: string
  readonly old: readonly Way[]
  readonly own: readonly Way[]
  readonly above: readonly Way[]
  readonly context: RowContext
}

/** Whoever fulfilled a way to a tier fulfils one to it, or to a higher tier, still. Withdrawn tiers are told elsewhere. */
export function takenWays(before: ProgramDocument, after: ProgramDocument): Taken[] {
  return before.tiers.flatMap(({ id }, oldRank) => {
    const rank = after.tiers.findIndex((tier) => tier.id === id)
    const now = after.tiers[rank]
    if (!now || rank === 0) return []
    if (oldRank === 0) return [noLongerForAll(now, rank)]
    const path = pathTo(id, before, after)
    return path ? harderWays(path) : []
  })
}

/** The ways to a tier that is there before and after on which it cannot be reached, nor a higher one, any more. */
export function lostWays(id: string, before: ProgramDocument, after: ProgramDocument): readonly RowDocument[] {
  const path = pathTo(id, before, after)
  return path ? lostOn(path).map(({ row }) => row) : []
}

/** Null for the first tier, for one that came or went, and where something asked for cannot be read. */
function pathTo(id: string, before: ProgramDocument, after: ProgramDocument): Path | null {
  const { qualification, currency, plans = [] } = before
  const [oldRank, rank] = [before, after].map(({ tiers }) => tiers.findIndex((tier) => tier.id === id))
  if (!oldRank || !rank || oldRank < 0 || rank < 0) return null
  const [was, now] = [before.tiers[oldRank], after.tiers[rank]]
  const old = was && waysOf(was, oldRank, currency)
  const own = now && waysOf(now, rank, currency)
  if (!old || !own) return null
  const above = after.tiers.slice(rank + 1).flatMap((higher, index) => waysOf(higher, rank + 1 + index, currency) ?? [])
  const at = place('tiers', rank, 'qualify')
  return { name: now.name, at, old, own, above, context: { qualification, currency, plans } }
}

const lostOn = ({ old, own, above }: Path): readonly Way[] =>
  old.filter(({ needs }) => ![...own, ...above].some((way) => includes(needs, way.needs)))

/** Null when one of them asks for an amount that is none. */
function waysOf({ qualify = [] }: TierDocument, rank: number, currency: string): Way[] | null {
  const ways = qualify.map((row, index) => ({
    ...{ row, needs: rowNeeds(row, currency) },
    at: place('tiers', rank, 'qualify', index),
  }))
  const readable = ways.filter((way): way is Way => way.needs !== null && way.needs.size > 0)
  return readable.length === ways.length ? readable : null
}

function harderWays(path: Path): Taken[] {
  const { old, own } = path
  // What was a way already is no harder form of another one.
  const changed = own.filter(
    ({ needs }) => !old.some((way) => includes(way.needs, needs) && includes(needs, way.needs)),
  )
  return lostOn(path).flatMap((way) => {
    const same = nearest(
      way,
      changed.filter(({ needs }) => sameMeasures(needs, way.needs)),
    )
    if (same) return higherThresholds(way, same, path)
    const more = changed.find(({ needs }) => [...way.needs.keys()].every((measure) => needs.has(measure)))
    return [more ? measureAdded(way, more, path) : wayGone(way, path)]
  })
}

/** The row in the same position, else the first. */
const nearest = ({ at }: Way, ways: readonly Way[]) => ways.find((way) => lastPart(way.at) === lastPart(at)) ?? ways[0]
const lastPart = (at: string) => at.slice(at.lastIndexOf('/'))

function higherThresholds(old: Way, now: Way, { name, context }: Path): Taken[] {
  return measuresOf(now.row).flatMap((measure): Taken[] => {
    const isHigher = (need: string) => (now.needs.get(need) ?? 0) > (old.needs.get(need) ?? 0)
    if (measure === 'plan' || !(isHigher(measure) || (measure === 'balance' && isHigher('months')))) return []
    const [was, is] = [needWords(old.row, measure, context), needWords(now.row, measure, context)]
    return [
      {
        ...{ what: 'threshold_higher', place: now.at + place(measure) },
        sentence: `${name}: ${ENGLISH_CHANGES.measure(measure, periodWords(context.qualification), false)} rises from ${was} to ${is}.`,
        keep: `leave it at ${was}`,
      },
    ]
  })
}

function measureAdded(old: Way, now: Way, { name, context }: Path): Taken {
  const added = measuresOf(now.row).filter((measure) => !measuresOf(old.row).includes(measure))
  const needs = andWords(added.map((measure) => needWords(now.row, measure, context)))
  return {
    ...{ what: 'measure_added', place: now.at },
    sentence: `${name}: “${rowWords(old.row, context)}” is enough no longer; ${needs} is asked for besides.`,
    keep: `ask for no more than “${rowWords(old.row, context)}”`,
  }
}

function wayGone({ row }: Way, { name, at, context }: Path): Taken {
  const words = rowWords(row, context)
  return {
    ...{ what: 'way_gone', place: at },
    sentence: `${name}: “${words}” is no longer a way.`,
    keep: `keep “${words}” as a way`,
  }
}

const noLongerForAll = ({ name }: TierDocument, rank: number): Taken => ({
  ...{ what: 'way_gone', place: place('tiers', rank, 'qualify') },
  sentence: `${name} is no longer for everybody.`,
  keep: `leave ${name} the first tier`,
})
