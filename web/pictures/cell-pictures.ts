import { tintOf } from './tier-mark.ts'

/** Pictures inside the cells of a table, whose numbers stand beside them: seen only, and the same on paper. */

const hidden = 'aria-hidden="true" focusable="false" preserveAspectRatio="none"'

/** The palest and the strongest a cell is shaded; at its strongest the number in it still has its 4.5 to 1. */
const PALEST = 0.05
const STRONGEST = 0.34

/** The ground of a cell, shaded by its share (0 to 1) of the largest; what is below zero is drawn as a frame. */
export function cellShade(share: number): string {
  const ground =
    share < 0
      ? '<rect class="shade-below" width="100%" height="100%"/>'
      : `<rect class="shade" width="100%" height="100%" fill-opacity="${opacityOf(share)}"/>`
  return `<svg class="cell-shade" ${hidden}>${ground}</svg>`
}

const opacityOf = (share: number) => (PALEST + (STRONGEST - PALEST) * Math.min(1, share)).toFixed(3)

/** A bar as long as the share (0 to 1), in the tint of a rank. */
export function cellBar(share: number, rank: number): string {
  const length = (Math.max(0, Math.min(1, share)) * 100).toFixed(1)
  return (
    `<svg class="bar-in-cell ${tintOf(rank)}" viewBox="0 0 100 10" ${hidden}>` +
    `<rect class="bar-full" width="${length}" height="10"/></svg>`
  )
}
