import { nameLines } from './name-lines.ts'
import { box, label, svg } from './svg.ts'
import { tintOf } from './tier-mark.ts'

/** What something is worth a year, a bar for each: what was there before, and what is added to it. */
export interface WorthBars {
  readonly sentence: string
  readonly bars: readonly WorthBar[]
}

export interface WorthBar {
  readonly name: string
  /** The rank in whose tint the added part is drawn. */
  readonly rank: number
  /** Both shares of the longest bar, together at most 1. */
  readonly before: number
  readonly added: number
  /** "£57.40". */
  readonly words: string
}

interface Layout {
  readonly width: number
  /** Where bars begin; 0 where their names stand above them. */
  readonly from: number
  readonly pitch: number
}

const WIDE: Layout = { width: 848, from: 232, pitch: 40 }
const NARROW: Layout = { width: 340, from: 0, pitch: 48 }
const THICK = 16
/** Room to the right of the longest bar for its amount. */
const AMOUNT = 92
const LETTER = 7.5

export const wideWorth = (bars: WorthBars): string => draw(bars, WIDE)
export const narrowWorth = (bars: WorthBars): string => draw(bars, NARROW)

function draw({ sentence, bars }: WorthBars, layout: Layout): string {
  const drawn = bars.map((bar, index) => drawBar(bar, layout, index * layout.pitch))
  return svg({ width: layout.width, height: bars.length * layout.pitch }, 'worth', sentence, drawn)
}

function drawBar({ name, rank, before, added, words }: WorthBar, { width, from, pitch }: Layout, top: number): string {
  const isBeside = from > 0
  const y = isBeside ? top + (pitch - THICK) / 2 : top + 22
  const longest = width - from - AMOUNT
  const [had, more] = [before * longest, added * longest]
  const lines = isBeside ? nameLines(name, from / LETTER) : [name]
  const head = isBeside ? y + 13 - 8 * (lines.length - 1) : top + 14
  return [
    ...lines.map((line, index) => label(0, head + 16 * index, line)),
    had > 1 ? box(from + 0.5, y + 0.5, had - 1, THICK - 1, 'bar-before') : '',
    more > 0 ? box(from + had, y, more, THICK, `bar-added ${tintOf(rank)}`) : '',
    label(from + had + more + (had + more > 0 ? 8 : 0), y + 13, words, 'start', 'amount'),
  ].join('')
}
