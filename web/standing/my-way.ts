import type { MeasureBody, StandingBody } from '#program/standing-body.ts'
import { dayWords } from '#program/words/date-words.ts'
import { countWords } from '#program/words/list-words.ts'
import { moneyWords } from '#program/words/money-words.ts'
import type { DocumentTrack } from '../pictures/tracks.ts'
import type { Track, Way } from '../pictures/way.ts'
import type { LadderData } from './ladder-data.ts'

/** The way with the member on it: where they stand on each track, and where they would fall. */
export function myWay(standing: StandingBody, ladder: LadderData): Way {
  const { tier } = standing
  const have = countedOf(standing)
  const then = ladder.tiers.findIndex(({ id }) => id === tier.then)
  return {
    sentence: sentenceOf(standing, ladder),
    tiers: ladder.tiers,
    tracks: ladder.tracks.map((track) => trackOf(track, have, ladder)),
    held: ladder.tiers.findIndex(({ id }) => id === tier.id),
    fall: tier.until && then >= 0 ? { to: then, from: `until ${dayWords(tier.until)}` } : null,
  }
}

function sentenceOf({ tier, progress }: StandingBody, ladder: LadderData): string {
  const place = `You hold ${tier.name}, tier ${tier.rank + 1} of ${ladder.tiers.length}`
  const next = progress[0]
  const furthest = next && Math.max(...next.rows.map((row) => row.percent))
  return next ? `${place}; the nearest way to ${next.name} is ${furthest} % done.` : `${place}.`
}

/** What has been counted, by measure; a plan by its id. */
type CountedSoFar = ReadonlyMap<string, MeasureBody>

function countedOf({ progress, below, keep }: StandingBody): CountedSoFar {
  const rows = [...(keep?.rows ?? []), ...[...progress, ...below].flatMap((tier) => tier.rows)]
  return new Map(rows.flatMap((row) => row.measures.map((measure) => [keyOf(measure.measure, measure), measure])))
}

const keyOf = (measure: string, of: object) => (measure === 'plan' && 'plan' in of ? `plan ${of.plan}` : measure)

function trackOf({ name, measure, stops }: DocumentTrack, counted: CountedSoFar, ladder: LadderData): Track {
  const leading = counted.get(keyOf(measure, stops[0]?.row ?? {}))
  const drawn = stops.map(({ rank, row, needs }) => ({ rank, needs, reached: isReached(row, counted) }))
  if (!leading) return { name, stops: drawn, at: null, have: null }
  return { name, stops: drawn, at: placeOn(stops, counted), have: haveWords(leading, ladder.currency) }
}

type Stops = DocumentTrack['stops']
type Row = Stops[number]['row']

/** From stop to stop, as far as the measure that is furthest behind. */
function placeOn(stops: Stops, counted: CountedSoFar): number {
  let [place, rank] = [0, 0]
  let before: Row = {}
  for (const stop of stops) {
    const share = shareOf(stop.row, before, counted)
    place = rank + share * (stop.rank - rank)
    if (share < 1) break
    ;[rank, before] = [stop.rank, stop.row]
  }
  return place
}

const isReached = (row: Row, counted: CountedSoFar) => shareOf(row, {}, counted) === 1

/** How much of the stretch between two rows is done, 0 to 1, by its least measure. */
function shareOf(row: Row, before: Row, counted: CountedSoFar): number {
  const shares = (Object.keys(row) as (keyof Row)[])
    .filter((key) => key !== 'months')
    .map((key) => {
      const measure = counted.get(keyOf(key, row))
      if (!measure) return 0
      if (measure.measure === 'plan') return measure.have ? 1 : 0
      const [from, to, have] = [Number(before[key] ?? 0), Number(row[key]), Number(measure.have ?? 0)]
      const isLongEnough = measure.measure !== 'balance' || measure.months.have >= measure.months.need
      if (have >= to) return isLongEnough ? 1 : 0.9
      return Math.max(0, (have - from) / Math.max(1, to - from))
    })
  return Math.min(1, ...shares)
}

function haveWords(measure: MeasureBody, currency: string): string | null {
  switch (measure.measure) {
    case 'spend':
    case 'lifetimeSpend':
      return moneyWords(measure.have, currency)
    case 'balance':
      return measure.have && moneyWords(measure.have, currency)
    case 'orders':
      return countWords(measure.have, 'order')
    case 'units':
      return countWords(measure.have, 'item')
    case 'plan':
      return measure.have ? 'yours' : null
    default:
      return measure satisfies never
  }
}
