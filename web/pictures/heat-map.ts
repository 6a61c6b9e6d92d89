import { dataTable } from '../finance/data-table.ts'
import { cellShade } from './cell-pictures.ts'

/**
 * What each perk cost in each month. The map is a table, whose cells are shaded by what stands in them: picture and figures
 * cannot differ, every cell leads on, and paper, forced colours and screen readers get the numbers.
 */
export interface HeatMap {
  readonly sentence: string
  /** "Nov 26". */
  readonly months: readonly string[]
  readonly rows: readonly HeatRow[]
  readonly total: readonly HeatCell[]
}

export interface HeatRow {
  readonly name: string
  readonly href: string
  /** One for each month, then the row's sum. */
  readonly cells: readonly HeatCell[]
}

export interface HeatCell {
  readonly words: string
  /** Null where nothing was booked. */
  readonly href: string | null
  /** Of the largest cell, 0 to 1; below zero where more was taken back than booked. Null: not shaded. */
  readonly share: number | null
}

export function heatMap({ sentence, months, rows, total }: HeatMap): string {
  const columns = [
    { head: 'Perk' },
    ...months.map((head) => ({ head, isFigure: true })),
    { head: 'Together', isFigure: true },
  ]
  return dataTable({
    caption: sentence,
    columns,
    kind: 'heat',
    rows: rows.map(({ name, href, cells }) => [{ text: name, href }, ...cells.map(drawn)]),
    total: [{ text: 'All perks' }, ...total.map(drawn)],
  })
}

const drawn = ({ words, href, share }: HeatCell) => ({
  text: words,
  ...(href !== null && { href }),
  ...(share !== null && { picture: cellShade(share) }),
})
