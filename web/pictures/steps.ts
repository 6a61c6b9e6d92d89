import { box, dot, label, line, svg, through } from './svg.ts'
import { markAt, tintOf } from './tier-mark.ts'

/** A step line: the tier held now and on the first of each month ahead, and what drops off on each of those days. */
export interface Steps {
  readonly sentence: string
  /** All tiers, lowest first. */
  readonly tiers: readonly { readonly name: string }[]
  /** Now, as a rank; then month by month. */
  readonly now: number
  readonly months: readonly StepMonth[]
}

export interface StepMonth {
  /** "January 2027". */
  readonly name: string
  readonly rank: number
  /** 0 to 1: what drops off on its first day, as a share of the most that does. */
  readonly drops: number
}

interface Layout {
  readonly width: number
  readonly from: number
  readonly letters: number
  readonly namesInside: boolean
}

const WIDE: Layout = { width: 848, from: 132, letters: 3, namesInside: false }
const NARROW: Layout = { width: 340, from: 8, letters: 1, namesInside: true }
const LEVEL = 44
const NAMES = 26
const HANG = 28

export const wideSteps = (steps: Steps): string => draw(steps, WIDE)
export const narrowSteps = (steps: Steps): string => draw(steps, NARROW)

function draw(steps: Steps, layout: Layout): string {
  const ranks = [steps.now, ...steps.months.map((month) => month.rank)]
  const low = Math.max(0, Math.min(...ranks) - 1)
  const high = Math.min(steps.tiers.length - 1, Math.max(...ranks) + 1)
  const y = (rank: number) => 26 + (high - rank) * LEVEL
  const pitch = (layout.width - layout.from) / ranks.length
  const x = (index: number) => layout.from + index * pitch
  const floor = y(low) + 26
  const body = [
    levels(steps, layout, low, high, y),
    months(steps, layout, x, pitch, floor),
    ladderLine(ranks, x, y),
    dot(x(0), y(steps.now), 5, 'here'),
  ]
  return svg({ width: layout.width, height: floor + NAMES + HANG }, 'steps', steps.sentence, body)
}

function levels(steps: Steps, layout: Layout, low: number, high: number, y: (rank: number) => number): string {
  let levels = ''
  for (let rank = low; rank <= high; rank++) {
    const name = steps.tiers[rank]?.name ?? ''
    const kind = `name ${tintOf(rank)}`
    levels += line(layout.from, y(rank), layout.width, y(rank), 'level')
    levels += layout.namesInside
      ? label(layout.width, y(rank) - 6, name, 'end', kind)
      : markAt(8, y(rank), rank, steps.tiers.length) + label(26, y(rank) + 5, name, 'start', kind)
  }
  return levels
}

/** Corners are drawn where the tier changes; each change has a dot on the tier that follows. */
function ladderLine(ranks: readonly number[], x: (index: number) => number, y: (rank: number) => number): string {
  const points: [number, number][] = []
  const turns: string[] = []
  ranks.forEach((rank, index) => {
    const before = ranks[index - 1]
    if (before !== undefined && before !== rank) {
      points.push([x(index), y(before)])
      turns.push(dot(x(index), y(rank), 6, `turn ${tintOf(rank)}`))
    }
    points.push([x(index), y(rank)])
  })
  points.push([x(ranks.length), y(ranks.at(-1) ?? 0)])
  return through(points, 'held-line') + turns.join('')
}

/** The months along the foot; what drops off hangs below, on the day on which it goes. */
function months(steps: Steps, { letters }: Layout, x: (index: number) => number, pitch: number, floor: number): string {
  const drawn = steps.months.map(({ name, drops }, index) => {
    const at = x(index + 1)
    const hanging = drops > 0 ? box(at - 3, floor + NAMES, 6, Math.max(2, drops * HANG), 'drops') : ''
    const month = label(at + pitch / 2, floor + 17, name.slice(0, letters), 'middle', 'small')
    return line(at, floor, at, floor + NAMES, 'tick') + hanging + month
  })
  const end = x(steps.months.length + 1)
  return line(x(0), floor, end, floor, 'axis') + line(x(0), floor + NAMES, end, floor + NAMES, 'level') + drawn.join('')
}
