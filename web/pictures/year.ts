import { box, label, line, svg } from './svg.ts'

/** The year stripe: a cell for each month, with what counted and, hatched on top, what refunds took back. */
export interface Year {
  readonly sentence: string
  /** Oldest first. */
  readonly months: readonly YearMonth[]
}

export interface YearMonth {
  /** "January 2027". */
  readonly name: string
  /** Both 0 to 1, shares of the tallest month; together what was bought. */
  readonly counted: number
  readonly refunded: number
}

interface Layout {
  readonly name: string
  readonly width: number
  readonly letters: number
}

const TALL = 88
const FLOOR = 100

export const wideYear = (year: Year): string => draw(year, { name: 'wide', width: 848, letters: 3 })
export const narrowYear = (year: Year): string => draw(year, { name: 'narrow', width: 340, letters: 1 })

function draw(year: Year, { name, width, letters }: Layout): string {
  const pitch = width / Math.max(1, year.months.length)
  const hatch = `hatch-${name}`
  const cells = year.months.map((month, index) => {
    const [x, thick] = [index * pitch + pitch * 0.18, pitch * 0.64]
    const [counted, refunded] = [month.counted * TALL, month.refunded * TALL]
    const bar = counted > 0 ? box(x, FLOOR - counted, thick, counted, 'counted') : ''
    const back =
      refunded > 0
        ? box(x + 0.5, FLOOR - counted - refunded, thick - 1, refunded, 'refunded', ` fill="url(#${hatch})"`)
        : ''
    return bar + back + label((index + 0.5) * pitch, FLOOR + 18, month.name.slice(0, letters), 'middle', 'small')
  })
  return svg({ width, height: FLOOR + 24 }, 'year', year.sentence, [
    pattern(hatch),
    ...cells,
    line(0, FLOOR, width, FLOOR, 'axis'),
  ])
}

const pattern = (id: string) =>
  `<defs><pattern id="${id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
  `<path class="hatch" d="M0 0V5"/></pattern></defs>`
