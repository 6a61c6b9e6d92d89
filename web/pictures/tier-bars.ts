import { dataTable } from '../finance/data-table.ts'
import { cellBar } from './cell-pictures.ts'

/** What each tier costs: per active member, and as a share of what its holders spent. A table with bars in its cells. */
export interface TierBars {
  readonly sentence: string
  /** Lowest tier first. */
  readonly rows: readonly TierBar[]
  readonly total: TierFigures
}

export interface TierFigures {
  readonly members: string
  readonly active: string
  readonly spend: string
  readonly uses: string
  readonly cost: string
  readonly perActive: string
  readonly shareOfSpend: string
}

export interface TierBar extends TierFigures {
  readonly name: string
  readonly href: string
  readonly rank: number
  /** Both of the longest bar in their column, 0 to 1. */
  readonly perActiveBar: number
  readonly shareBar: number
}

const COLUMNS = [
  { head: 'Tier' },
  { head: 'Members', isFigure: true },
  { head: 'Active', isFigure: true },
  { head: 'Their spend', isFigure: true },
  { head: 'Uses', isFigure: true },
  { head: 'Cost', isFigure: true },
  { head: 'Cost per active member', isFigure: true },
  { head: 'Share of spend', isFigure: true },
]

export function tierBars({ sentence, rows, total }: TierBars): string {
  return dataTable({
    caption: sentence,
    columns: COLUMNS,
    kind: 'bars',
    rows: rows.map((row) => [{ text: row.name, href: row.href }, ...figures(row, row)]),
    total: [{ text: 'All tiers' }, ...figures(total)],
  })
}

function figures({ members, active, spend, uses, cost, perActive, shareOfSpend }: TierFigures, bar?: TierBar) {
  const plain = [members, active, spend, uses, cost].map((text) => ({ text }))
  if (!bar) return [...plain, { text: perActive }, { text: shareOfSpend }]
  return [
    ...plain,
    { text: perActive, picture: cellBar(bar.perActiveBar, bar.rank) },
    { text: shareOfSpend, picture: cellBar(bar.shareBar, bar.rank) },
  ]
}
