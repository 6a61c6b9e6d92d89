import { dot, label, line, svg, through } from './svg.ts'

/** When each edition is in force: a row each on one line of time, and drafts where they would begin. */
export interface EditionLine {
  readonly sentence: string
  /** Newest first. */
  readonly rows: readonly EditionLineRow[]
  /** Places on the line are shares of it, from 0 to 1. */
  readonly today: number
  readonly ticks: readonly { readonly at: number; readonly name: string }[]
}

export interface EditionLineRow {
  /** "Edition 3", or the title of a draft. */
  readonly name: string
  /** "in force". */
  readonly words: string
  readonly kind: 'in-force' | 'announced' | 'superseded' | 'withdrawn' | 'draft'
  /** Where it begins, and where another one follows. */
  readonly from: number
  readonly until: number
  /** Where it was given other words. */
  readonly rewordings: readonly number[]
}

interface Layout {
  readonly width: number
  /** Where the line begins; 0 where names stand above it. */
  readonly from: number
  readonly pitch: number
  /** Of a name. */
  readonly letters: number
}

const WIDE: Layout = { width: 848, from: 232, pitch: 44, letters: 26 }
const NARROW: Layout = { width: 340, from: 0, pitch: 52, letters: 26 }
const TOP = 28
const FOOT = 26
const EDGE = 8

export const wideEditionLine = (editions: EditionLine): string => draw(editions, WIDE)
export const narrowEditionLine = (editions: EditionLine): string => draw(editions, NARROW)

function draw({ sentence, rows, today, ticks }: EditionLine, layout: Layout): string {
  const { width, from, pitch } = layout
  const x = (share: number) => from + EDGE + share * (width - from - 2 * EDGE)
  const floor = TOP + rows.length * pitch
  return svg({ width, height: floor + FOOT }, 'edition-line', sentence, [
    ...ticks.map((tick) => line(x(tick.at), TOP, x(tick.at), floor + 4, 'column')),
    line(x(today), TOP - 6, x(today), floor, 'today'),
    label(x(today), TOP - 12, 'today', today > 0.8 ? 'end' : today < 0.2 ? 'start' : 'middle', 'small'),
    ...rows.map((row, index) => drawRow(row, layout, x, TOP + index * pitch)),
    line(x(0), floor, x(1), floor, 'axis'),
    ...ticks.map((tick) => label(x(tick.at), floor + 19, tick.name, tick.at > 0.95 ? 'end' : 'start', 'small')),
  ])
}

function drawRow(row: EditionLineRow, { from, pitch, letters }: Layout, x: (share: number) => number, top: number) {
  const isBeside = from > 0
  const y = isBeside ? top + pitch / 2 : top + 38
  const name = row.name.length > letters ? `${row.name.slice(0, letters - 1)}…` : row.name
  const words = isBeside
    ? label(0, y - 3, name, 'start', 'row-name') + label(0, y + 15, row.words, 'start', 'small')
    : label(0, top + 18, `${name}, ${row.words}`)
  return words + mark(row, x, y)
}

/** Told apart by how the line is drawn, not by colour: thick, thin, dashed, or crossed out where it would have begun. */
function mark({ kind, from, until, rewordings }: EditionLineRow, x: (share: number) => number, y: number): string {
  const [begin, end] = [x(from), x(until)]
  if (kind === 'withdrawn') {
    return line(begin - 5, y - 5, begin + 5, y + 5, 'crossed') + line(begin - 5, y + 5, begin + 5, y - 5, 'crossed')
  }
  const turns = rewordings.map((at) => line(x(at), y - 7, x(at), y + 7, 'reworded'))
  const span = [
    [begin, y],
    [end, y],
  ] as const
  return [through(span, `span ${kind}`), dot(begin, y, 5, `begins ${kind}`), ...turns].join('')
}
