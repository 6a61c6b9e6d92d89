import { escapeText } from '../pictures/svg.ts'

/** A table of text: the first column heads its rows, the others are figures. Every cell is escaped. */
export function table(caption: string, columns: readonly string[], body: string): string {
  const heads = columns.map((column) => `<th scope="col">${escapeText(column)}</th>`).join('')
  return `<table class="figures"><caption>${escapeText(caption)}</caption><thead><tr>${heads}</tr></thead>${body}</table>`
}

export const tableRow = (head: string, cells: readonly string[]): string =>
  `<tr><th scope="row">${escapeText(head)}</th>${cells.map((cell) => `<td>${escapeText(cell)}</td>`).join('')}</tr>`
