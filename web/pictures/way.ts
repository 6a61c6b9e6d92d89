import { nameLines } from './name-lines.ts'
import { type Anchor, dot, label, line, svg } from './svg.ts'
import { markAt, tintOf } from './tier-mark.ts'

/** The way: all tiers on one line, each way of qualifying a track of its own, and where somebody stands on each. */
export interface Way {
  readonly sentence: string
  /** Lowest first. */
  readonly tiers: readonly { readonly name: string }[]
  readonly tracks: readonly Track[]
  /** The rank held; null on public pages, where nobody stands anywhere. */
  readonly held: number | null
  /** Where one would fall, and from which day on, in words. */
  readonly fall: { readonly to: number; readonly from: string } | null
}

export interface Track {
  readonly name: string
  /** By rank, ascending. */
  readonly stops: readonly Stop[]
  /** Where somebody stands: 0 at the first tier, 1 at the second, and any fraction between; null when not known. */
  readonly at: number | null
  /** What has been counted, in words; null to leave it out. */
  readonly have: string | null
}

export interface Stop {
  readonly rank: number
  /** What it asks for, one measure a line. */
  readonly needs: readonly string[]
  readonly reached: boolean
}

/** Room on paper: units are CSS pixels at full size. */
interface Layout {
  readonly width: number
  readonly from: number
  readonly to: number
  readonly labelsAbove: boolean
  /** As many tiers as fit side by side; of more, those around the one held are drawn. */
  readonly columns: number
}

const WIDE: Layout = { width: 848, from: 176, to: 784, labelsAbove: false, columns: 6 }
const NARROW: Layout = { width: 340, from: 10, to: 304, labelsAbove: true, columns: 4 }

/** Whether there is room for so many tiers, even on a phone. */
export const fitsWhole = (tiers: readonly unknown[]): boolean => tiers.length <= NARROW.columns

export const wideWay = (way: Way): string => draw(windowOf(way, WIDE.columns), WIDE)
export const narrowWay = (way: Way): string => draw(windowOf(way, NARROW.columns), NARROW)

/** The ranks that are drawn. */
interface Visible extends Way {
  readonly first: number
  readonly last: number
}

function windowOf(way: Way, columns: number): Visible {
  const top = way.tiers.length - 1
  const first = Math.max(0, Math.min((way.held ?? 0) - 1, top - columns + 1))
  return { ...way, first, last: Math.min(top, first + columns - 1) }
}

/** Room above the tiers for the arc of a fall. */
const ARC = 28
const AXIS = 48
const HEAD = 92
const LINE = 16
/** What a letter of a name is at most wide on average; names that would meet are set in two lines. */
const LETTER = 8.5

function draw(way: Visible, layout: Layout): string {
  const pitch = (layout.to - layout.from) / Math.max(1, way.last - way.first)
  const x = (position: number) => layout.from + (Math.min(way.last, Math.max(way.first, position)) - way.first) * pitch
  const names = ranks(way).map((rank) => nameLines(way.tiers[rank]?.name ?? '', pitch / LETTER))
  const head = HEAD + LINE * (Math.max(...names.map((lines) => lines.length)) - 1)
  const gap = layout.labelsAbove ? 98 : 76
  const tracks = way.tracks.filter((track) => track.stops.some((stop) => isVisible(stop.rank, way)))
  const height = head + tracks.length * gap
  const body = [columns(way, x, head - 12, height - 34), heads(way, layout, x, names), fall(way, layout, x)]
  tracks.forEach((track, index) => {
    body.push(drawTrack(track, way, layout, x, head + index * gap + (layout.labelsAbove ? 44 : 26)))
  })
  return svg({ width: layout.width, height, top: way.fall ? 0 : ARC }, 'way', way.sentence, body)
}

const isVisible = (rank: number, way: Visible) => rank >= way.first && rank <= way.last

type Across = (position: number) => number

function ranks(way: Visible): number[] {
  return Array.from({ length: way.last - way.first + 1 }, (_, index) => way.first + index)
}

const columns = (way: Visible, x: Across, top: number, foot: number) =>
  ranks(way)
    .map((rank) => line(x(rank), top, x(rank), foot, rank === way.held ? 'column held' : 'column'))
    .join('')

/** Names hang from the line of tiers; at the edges of a narrow picture they stay inside it. */
function heads(way: Visible, layout: Layout, x: Across, names: readonly (readonly string[])[]): string {
  const drawn = ranks(way).map((rank, index) => {
    const kind = `name ${tintOf(rank)}${rank === way.held ? ' held' : ''}`
    const side = sideOf(rank, way, layout)
    const shift = side === 'start' ? -8 : side === 'end' ? 8 : 0
    const lines = (names[index] ?? []).map((words, below) =>
      label(x(rank) + shift, AXIS + 28 + LINE * below, words, side, kind),
    )
    return markAt(x(rank), AXIS, rank, way.tiers.length) + lines.join('')
  })
  return drawn.join('')
}

function sideOf(rank: number, way: Visible, layout: Layout): Anchor {
  if (!layout.labelsAbove) return 'middle'
  if (rank === way.first) return 'start'
  return rank === way.last ? 'end' : 'middle'
}

/** An arc back from the tier held to the one that follows it. */
function fall(way: Visible, layout: Layout, x: Across): string {
  if (way.held === null || way.fall === null) return ''
  const [start, end] = [x(way.held), x(way.fall.to)]
  if (start === end) return ''
  const middle = (start + end) / 2
  // Near the edge of a narrow picture the words begin at the edge.
  const [at, side]: [number, Anchor] =
    layout.labelsAbove && way.fall.to === way.first ? [0, 'start'] : [middle, 'middle']
  return (
    `<path class="fall" d="M${start - 6} ${AXIS - 14}Q${middle} ${AXIS - 46} ${end + 6} ${AXIS - 14}"/>` +
    `<path class="fall head" d="M${end + 14} ${AXIS - 15}l-8 1l2 -8"/>` +
    label(at, 12, way.fall.from, side, 'small')
  )
}

function drawTrack(track: Track, way: Visible, layout: Layout, x: Across, y: number): string {
  const stops = track.stops.filter((stop) => isVisible(stop.rank, way))
  const end = x(stops.at(-1)?.rank ?? way.first)
  const parts = [line(x(way.first), y, end, y, 'track')]
  if (track.at !== null) parts.push(line(x(way.first), y, Math.min(end, x(track.at)), y, 'track done'))
  for (const stop of stops) parts.push(drawStop(stop, way, layout, x, y))
  if (track.at !== null) parts.push(here(track, layout, Math.min(end, x(track.at)), y))
  const name = layout.labelsAbove
    ? label(0, y - 32, track.name, 'start', 'track-name')
    : label(0, y + 5, track.name, 'start', 'track-name')
  return parts.join('') + name
}

function drawStop(stop: Stop, way: Visible, layout: Layout, x: Across, y: number): string {
  const side = sideOf(stop.rank, way, layout)
  const edge = side === 'end' ? layout.width : x(stop.rank)
  const words = stop.needs.map((need, line) => label(edge, y + 22 + 16 * line, need, side, 'need'))
  return dot(x(stop.rank), y, 6, stop.reached ? `stop reached ${tintOf(stop.rank)}` : 'stop') + words.join('')
}

/** The needle: where somebody stands, with what has been counted so far. */
function here(track: Track, layout: Layout, x: number, y: number): string {
  if (track.have === null) return ''
  const side: Anchor = x < layout.from + 40 ? 'start' : x > layout.width - 60 ? 'end' : 'middle'
  return line(x, y - 9, x, y + 9, 'needle') + label(side === 'start' ? x - 2 : x, y - 13, track.have, side, 'have')
}
