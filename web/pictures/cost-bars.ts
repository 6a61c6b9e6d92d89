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
  /** How many letters of a name fit into a line. */
  readonly letters: number
}

const WIDE: Layout = { width: 848, from: 264, letters: 35 }
const NARROW: Layout = { width: 340, from: 0, letters: 46 }
const THICK = 14
const BETWEEN = 4
const GAP = 20
const LINE = 16
/** Room to the right of the longest bar for its words. */
const WORDS = 104

export const widePairs = (bars: PairBars): string => draw(bars, WIDE)
export const narrowPairs = (bars: PairBars): string => draw(bars, NARROW)

function draw({ sentence, pairs }: PairBars, layout: Layout): string {
  let height = 0
  const drawn = pairs.map((pair) => {
    const top = height
    height += heightOf(pair, layout)
    return drawPair(pair, layout, top)
  })
  return svg({ width: layout.width, height }, 'pairs', sentence, drawn)
}

const linesOf = ({ name }: Pair, { letters }: Layout) => nameLines(name, letters)

/** Names beside the bars have room for two lines; above them each takes its own. */
const heightOf = (pair: Pair, layout: Layout) =>
  2 * THICK + BETWEEN + GAP + (layout.from > 0 ? 0 : LINE * linesOf(pair, layout).length)

function drawPair(pair: Pair, layout: Layout, top: number): string {
  const { width, from } = layout
  const lines = linesOf(pair, layout)
  const y = top + (from > 0 ? GAP / 2 : LINE * lines.length + 6)
  const second = y + THICK + BETWEEN
  const longest = width - from - WORDS
  const [before, after] = [pair.before * longest, pair.after * longest]
  const head = from > 0 ? y + 20 - (LINE / 2) * (lines.length - 1) : top + 14
  return [
    ...lines.map((line, index) => label(0, head + LINE * index, line)),
    before > 1 ? box(from + 0.5, y + 0.5, before - 1, THICK - 1, 'bar-before') : '',
    label(from + before + (before > 0 ? 8 : 0), y + 12, pair.beforeWords, 'start', 'small'),
    after > 0 ? box(from, second, after, THICK, `bar-added ${tintOf(pair.rank)}`) : '',
    label(from + after + (after > 0 ? 8 : 0), second + 12, pair.afterWords, 'start', 'amount'),
  ].join('')
}
