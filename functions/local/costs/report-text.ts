import { billCells, countText, loadText, percentText } from './figures.ts'
import { SERVICES } from './price.ts'
import { PRICE_REGION } from './prices.ts'
import type { Month, Report } from './report.ts'

/** How many of the limits are named for a size. */
const NAMED = 3

/** The report as tables for a terminal. */
export function reportText({ millions, idle, months }: Report): string {
  const head = [...SERVICES, 'together']
  return [
    `Dollars for a million, at list prices of ${PRICE_REGION}:`,
    table(
      ['', ...head],
      millions.map(({ name, bill }) => [name, ...billCells(bill)]),
    ),
    'Dollars a month, less what AWS gives for nothing every month:',
    table(
      ['members', ...head],
      [['nobody', ...billCells(idle)], ...months.map(({ members, bill }) => [countText(members), ...billCells(bill)])],
    ),
    ...months.map(limitsText),
    'How it was measured, what is assumed and where prices are from: docs/scale.md.',
  ].join('\n\n')
}

function limitsText({ members, limits }: Month): string {
  const lines = limits.slice(0, NAMED).map(({ limit, load, share }) => {
    const { what, unit } = limit
    return `  ${percentText(share).padStart(10)}  ${what}: ${loadText(load)} of ${loadText(limit.limit)} ${unit}`
  })
  return [`${countText(members)} members come nearest to these limits:`, ...lines].join('\n')
}

/** Names to the left, figures to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return all.map(line).join('\n')
}
