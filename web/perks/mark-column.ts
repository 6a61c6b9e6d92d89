/**
 * Marks the tier of a rank in the perk table, for the eye and for those who do not see it. A cell may span several tiers:
 * the one that the tier lies in is marked.
 */
export function markColumn(table: HTMLTableElement, rank: number): void {
  for (const row of table.rows) {
    // The first cell of a row is the perk itself.
    let before = -1
    for (const cell of row.cells) {
      if (rank >= before && rank < before + cell.colSpan) mark(cell)
      before += cell.colSpan
    }
  }
}

/** Where tiers are columns the head says it; where they are lines, as on a phone, the name in each line does. */
function mark(cell: HTMLTableCellElement): void {
  cell.classList.add('mine')
  const name = cell.tagName === 'TH' ? cell : cell.querySelector('.cell-tier')
  const yours = document.createElement('span')
  yours.className = 'yours'
  yours.textContent = ' yours'
  name?.append(yours)
}
