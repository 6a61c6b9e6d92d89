import { nameLines } from './name-lines.ts'
import { box, label, svg } from './svg.ts'
import { tintOf } from './tier-mark.ts'

/** Something before and after, two bars each: what perks cost, or how many are within reach. */
export interface PairBars {
  readonly sentence: string
  readonly pairs: readonly Pair[]
}

export interface Pair {
  readonly name: string
  /** The rank in whose tint the bar of after is drawn. */
  readonly rank: number
  /** Shares of the longest bar, 0 to 1. */
  readonly before: number
  readonly after: number
  /** "£9.60", "£12". */
  readonly beforeWords: string
  readonly afterWords: string
}

interface Layout {
  readonly width: number
  /** Where bars begin; 0 where their names stand above them. */
  readonly from: number
  readonly pitch: number
}

const WIDE: Layout = { width: 848, from: 264, pitch: 52 }
const NARROW: Layout = { width: 340, from: 0, pitch: 68 }
const THICK = 14
/** Room to the right of the longest bar for its words. */
const WORDS = 104
const LETTER = 7.5

export const widePairs = (bars: PairBars): string => draw(bars, WIDE)
export const narrowPairs = (bars: PairBars): string => draw(bars, NARROW)

function draw({ sentence, pairs }: PairBars, layout: Layout): string {
  const drawn = pairs.map((pair, index) => drawPair(pair, layout, index * layout.pitch))
  return svg({ width: layout.width, height: pairs.length * layout.pitch }, 'pairs', sentence, drawn)
}

function drawPair(pair: Pair, { width, from, pitch }: Layout, top: number): string {
  const isBeside = from > 0
  const y = top + (isBeside ? (pitch - 2 * THICK - 4) / 2 : 24)
  const longest = width - from - WORDS
  const [before, after] = [pair.before * longest, pair.after * longest]
  const lines = isBeside ? nameLines(pair.name, from / LETTER) : [pair.name]
  const head = isBeside ? y + 20 - 8 * (lines.length - 1) : top + 14
  const second = y + THICK + 4
  return [
    ...lines.map((line, index) => label(0, head + 16 * index, line)),
    before > 1 ? box(from + 0.5, y + 0.5, before - 1, THICK - 1, 'bar-before') : '',
    label(from + before + (before > 0 ? 8 : 0), y + 12, pair.beforeWords, 'start', 'small'),
    after > 0 ? box(from, second, after, THICK, `bar-added ${tintOf(pair.rank)}`) : '',
    label(from + after + (after > 0 ? 8 : 0), second + 12, pair.afterWords, 'start', 'amount'),
  ].join('')
}
