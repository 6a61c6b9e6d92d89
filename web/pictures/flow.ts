import { nameLines } from './name-lines.ts'
import { band, box, label, svg } from './svg.ts'
import { tintOf } from './tier-mark.ts'

/** Members between tiers: those of each tier before on the left, after on the right, and a band for all who go one way. */
export interface Flow {
  readonly sentence: string
  /** Lowest first. */
  readonly tiers: readonly FlowTier[]
  readonly bands: readonly FlowBand[]
}

export interface FlowTier {
  readonly name: string
  readonly before: number
  readonly after: number
}

/** Members from one tier to another, each by its place in the list. */
export interface FlowBand {
  readonly from: number
  readonly to: number
  readonly members: number
}

interface Layout {
  readonly width: number
  /** Room for the names on either side. */
  readonly side: number
}

const WIDE: Layout = { width: 848, side: 184 }
const NARROW: Layout = { width: 340, side: 104 }
const TALL = 220
/** As much as two lines of a name and its number need. */
const LEAST = 52
const GAP = 12
const THICK = 10
const HEAD = 28
const LETTER = 7.5

export const wideFlow = (flow: Flow): string => draw(flow, WIDE)
export const narrowFlow = (flow: Flow): string => draw(flow, NARROW)

/** Where a tier stands on a side, and how far its bands have come. */
interface Stand {
  readonly top: number
  readonly tall: number
}

function draw(flow: Flow, layout: Layout): string {
  const { width, side } = layout
  const most = Math.max(1, sum(flow.tiers.map(({ before }) => before)), sum(flow.tiers.map(({ after }) => after)))
  const scale = TALL / most
  // The highest tier stands on top, as on the ladder.
  const stands = {
    before: standsOf(flow.tiers, ({ before }) => before * scale),
    after: standsOf(flow.tiers, ({ after }) => after * scale),
  }
  const [left, right] = [side, width - side]
  const height = Math.max(
    ...[...stands.before, ...stands.after].map(({ top, tall }) => top + Math.max(tall, LEAST)),
    HEAD,
  )
  const names = flow.tiers.flatMap(({ name, before, after }, rank) => [
    ...tierLabel(name, before, { x: left - THICK - 8, anchor: 'end', stand: stands.before[rank], side, rank }),
    ...tierLabel(name, after, { x: right + THICK + 8, anchor: 'start', stand: stands.after[rank], side, rank }),
    node(left - THICK, stands.before[rank], rank),
    node(right, stands.after[rank], rank),
  ])
  return svg({ width, height }, 'flow', flow.sentence, [
    label(left, 14, 'without the draft', 'end', 'small'),
    label(right, 14, 'with it', 'start', 'small'),
    ...bandsOf(flow, stands, { left, right, scale }),
    ...names,
  ])
}

function standsOf(tiers: readonly FlowTier[], tallOf: (tier: FlowTier) => number): Stand[] {
  let top = HEAD
  const stands: Stand[] = []
  for (let rank = tiers.length - 1; rank >= 0; rank--) {
    const tier = tiers[rank]
    const tall = tier ? tallOf(tier) : 0
    stands[rank] = { top, tall }
    top += Math.max(tall, LEAST) + GAP
  }
  return stands
}

interface Between {
  readonly left: number
  readonly right: number
  readonly scale: number
}

/** Bands leave and arrive in the order of the tiers, highest on top, so that they cross as little as can be. */
function bandsOf(
  { bands }: Flow,
  stands: Record<'before' | 'after', Stand[]>,
  { left, right, scale }: Between,
): string[] {
  const [left0, right0] = [stands.before.map(({ top }) => top), stands.after.map(({ top }) => top)]
  const drawn = [...bands]
    .sort((one, other) => other.from - one.from || other.to - one.to)
    .map(({ from, to, members }) => {
      const thick = members * scale
      const y1 = left0[from] ?? 0
      const y2 = right0[to] ?? 0
      left0[from] = y1 + thick
      right0[to] = y2 + thick
      const kind = from === to ? 'band stays' : `band moves ${tintOf(to)}`
      return { isMove: from !== to, svg: band(left, y1, right, y2, Math.max(1, thick), kind) }
    })
  // Those who move are few, and drawn over those who stay.
  return drawn.sort((one, other) => Number(one.isMove) - Number(other.isMove)).map((one) => one.svg)
}

interface LabelPlace {
  readonly x: number
  readonly anchor: 'start' | 'end'
  readonly stand: Stand | undefined
  readonly side: number
  readonly rank: number
}

function tierLabel(name: string, members: number, { x, anchor, stand, side, rank }: LabelPlace): string[] {
  const top = (stand?.top ?? 0) + 13
  const lines = nameLines(name, (side - THICK) / LETTER)
  return [
    ...lines.map((line, index) => label(x, top + 16 * index, line, anchor, `name ${tintOf(rank)}`)),
    label(x, top + 16 * lines.length, members.toLocaleString('en-GB'), anchor, 'small'),
  ]
}

const node = (x: number, stand: Stand | undefined, rank: number) =>
  stand && stand.tall > 0 ? box(x, stand.top, THICK, Math.max(1, stand.tall), `node ${tintOf(rank)}`) : ''

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
