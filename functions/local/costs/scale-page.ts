import { readFileSync, writeFileSync } from 'node:fs'
import { SetupFault } from '#local/setup-fault.ts'
import type { Measurements } from './measurements.ts'
import { millionPicture } from './million-picture.ts'
import type { Report } from './report.ts'
import { scaleTables } from './scale-tables.ts'

export const PAGE = new URL('../../../docs/scale.md', import.meta.url)
export const PICTURE = new URL('../../../docs/costs.svg', import.meta.url)

/** The page with its figures as they are worked out, between the marks. Throws {@link SetupFault} where a mark is missing. */
export function withFigures(page: string, report: Report, measured: Measurements): string {
  return Object.entries(scaleTables(report, measured)).reduce((text, [name, figures]) => {
    const [begin, end] = [`<!-- figures: ${name} -->`, `<!-- end of ${name} -->`]
    const [from, to] = [text.indexOf(begin), text.indexOf(end)]
    if (from === -1 || to < from) {
      throw new SetupFault(`docs/scale.md has lost the marks "${begin}" and "${end}". Put both back, in this order.`)
    }
    return `${text.slice(0, from + begin.length)}\n\n${figures}\n\n${text.slice(to)}`
  }, page)
}

/** Writes the figures into docs/scale.md, and draws docs/costs.svg. */
export function writePage(report: Report, measured: Measurements): void {
  writeFileSync(PAGE, withFigures(readFileSync(PAGE, 'utf8'), report, measured))
  writeFileSync(PICTURE, millionPicture(report))
}
