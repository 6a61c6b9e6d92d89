import { dot, label, line, svg, through } from './svg.ts'

/** How a budget is used up: spent so far, what is likely from here on, and the range within which it will end. */
export interface BurnLine {
  readonly sentence: string
  /** The months of the budget, in order: "January". */
  readonly months: readonly string[]
  /** "Budget £60,000.00". */
  readonly budgetWords: string
  /** "£41,220.40 so far". */
  readonly spentWords: string
  /** Spent by when; both 0 to 1, of the budget's time and of the picture's height. The last is today. */
  readonly spent: readonly Point[]
  /** Shares of the picture's height, at the end of the budget. */
  readonly budget: number
  readonly likely: number
  readonly low: number
  readonly high: number
  /** Where the likely line meets the budget; null when it lasts. */
  readonly runsOut: { readonly at: Point; readonly words: string } | null
}

export type Point = readonly [time: number, amount: number]

interface Layout {
  readonly width: number
  readonly height: number
  readonly letters: number
}

const WIDE: Layout = { width: 848, height: 176, letters: 3 }
const NARROW: Layout = { width: 340, height: 150, letters: 1 }
/** Room above the highest line for its words. */
const HEAD = 26
/** Words nearer to the right edge than this stand to the left of their point. */
const TURN = 0.55
/** A line that is lower than this above the axis leaves no room for words below it. */
const LOW = 44

export const wideBurn = (burn: BurnLine): string => draw(burn, WIDE)
export const narrowBurn = (burn: BurnLine): string => draw(burn, NARROW)

function draw(burn: BurnLine, { width, height, letters }: Layout): string {
  const place = ([time, amount]: Point): [number, number] => [time * width, HEAD + (1 - amount) * (height - HEAD)]
  const today = burn.spent.at(-1) ?? [0, 0]
  const [x, y] = place(today)
  const [, level] = place([0, burn.budget])
  const ahead = (end: number) => [x, y, ...place([1, end])] as const
  return svg({ width, height: height + 24 }, 'burn', burn.sentence, [
    range(place(today), place([1, burn.low]), place([1, burn.high])),
    line(...ahead(burn.low), 'edge'),
    line(...ahead(burn.high), 'edge'),
    line(...ahead(burn.likely), 'likely'),
    line(0, level, width, level, 'limit'),
    label(0, level - 8, burn.budgetWords, 'start', 'limit-words'),
    through([place([0, 0]), ...burn.spent.map(place)], 'spent'),
    dot(x, y, 4.5, 'here'),
    line(x, y + 5, x, height, 'drop'),
    wordsAt(today, x, y < height - LOW ? height - 8 : y - 12, burn.spentWords, 'have'),
    runsOutAt(burn, place),
    line(0, height, width, height, 'axis'),
    ...monthNames(burn.months, width, height + 18, letters),
  ])
}

function range(from: Point, low: Point, high: Point): string {
  const corners = [from, low, high].map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`)
  return `<path class="range" d="M${corners.join('L')}Z"/>`
}

/** Beside a point in time, on the side where there is room. */
const wordsAt = ([time]: Point, x: number, y: number, words: string, kind: string): string =>
  time > TURN ? label(x - 8, y, words, 'end', kind) : label(x + 8, y, words, 'start', kind)

function runsOutAt({ runsOut }: BurnLine, place: (point: Point) => [number, number]): string {
  if (!runsOut) return ''
  const [x, y] = place(runsOut.at)
  return dot(x, y, 4.5, 'stop reached') + wordsAt(runsOut.at, x, y - 10, runsOut.words, 'name')
}

function monthNames(months: readonly string[], width: number, y: number, letters: number): string[] {
  const pitch = width / Math.max(1, months.length)
  return months.map((name, index) => label((index + 0.5) * pitch, y, name.slice(0, letters), 'middle', 'small'))
}
