import { escapeText } from '../pictures/svg.ts'

/** A column: its head, and whether it holds figures, which are set to the right. */
export interface Column {
  readonly head: string
  readonly isFigure?: boolean
  /** Names made by machines, which may break anywhere. */
  readonly isCode?: boolean
}

export interface Cell {
  readonly text: string
  /** Where it leads. */
  readonly href?: string
  /** Behind or beside the text; markup made by a picture, seen only. */
  readonly picture?: string
  /** Said after the text, small. */
  readonly note?: string
}

export interface DataTable {
  readonly caption: string
  readonly columns: readonly Column[]
  /** The first cell of each heads its row. */
  readonly rows: readonly (readonly Cell[])[]
  /** The last row, which sums up the others. */
  readonly total?: readonly Cell[]
  /** A class of its own, where a table looks unlike the others. */
  readonly kind?: string
  /** The place by which more rows find their way into it. */
  readonly place?: string
}

/**
 * A table of the report. On a phone its rows are set as blocks in which each cell says its column; Safari then forgets that
 * it is a table, so the roles are said aloud.
 */
export function dataTable(table: DataTable): string {
  const { caption, columns, rows, total, kind = '', place } = table
  const heads = columns.map(
    (column) => `<th scope="col" role="columnheader"${lookOf(column)}>${escapeText(column.head)}</th>`,
  )
  const here = place === undefined ? '' : ` data-place="${place}"`
  const foot = total ? `<tfoot role="rowgroup">${tableRow(total, columns)}</tfoot>` : ''
  return (
    `<table class="sheet ${kind}" role="table"><caption>${escapeText(caption)}</caption>` +
    `<thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead>` +
    `<tbody role="rowgroup"${here}>${rows.map((row) => tableRow(row, columns)).join('')}</tbody>${foot}</table>`
  )
}

export function tableRow(cells: readonly Cell[], columns: readonly Column[]): string {
  return `<tr role="row">${cells.map((cell, index) => tableCell(cell, columns[index], index === 0)).join('')}</tr>`
}

function tableCell(cell: Cell, column: Column | undefined, isHead: boolean): string {
  const look = lookOf(column)
  if (isHead) return `<th scope="row" role="rowheader"${look}>${content(cell)}</th>`
  return `<td role="cell"${look} data-label="${escapeText(column?.head ?? '')}">${content(cell)}</td>`
}

function lookOf(column: Column | undefined): string {
  if (column?.isFigure) return ' class="figure"'
  return column?.isCode ? ' class="code"' : ''
}

function content({ text, href, picture = '', note }: Cell): string {
  const words = escapeText(text)
  const linked = href === undefined ? `<span>${words}</span>` : `<a href="${escapeText(href)}">${words}</a>`
  return `${picture}${linked}${note === undefined ? '' : ` <span class="cell-note">${escapeText(note)}</span>`}`
}
