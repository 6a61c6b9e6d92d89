import { box, group } from './svg.ts'

const SIZE = 16
const TINTS = 6

/** The class that carries a tier's tint; ladders longer than the tints share the last. */
export const tintOf = (rank: number): string => `tint-${Math.min(rank, TINTS - 1)}`

/**
 * A tier's mark, 16 units square: one bar for every tier of the ladder, widest at the foot, filled up to the rank. It can
 * be counted, so it tells tiers apart without colour.
 */
export function tierMark(rank: number, tiers: number): string {
  return `<svg class="mark ${tintOf(rank)}" viewBox="0 0 ${SIZE} ${SIZE}" aria-hidden="true">${tierBars(rank, tiers)}</svg>`
}

/** The same mark as part of a picture, centred on a point. */
export const markAt = (x: number, y: number, rank: number, tiers: number): string =>
  group(x - SIZE / 2, y - SIZE / 2, `mark ${tintOf(rank)}`, tierBars(rank, tiers))

/** The bars of a mark, 16 units square: those up to the rank have the class "on", the others "off". */
export function tierBars(rank: number, tiers: number): string {
  const pitch = Math.min(4, SIZE / tiers)
  const height = pitch * 0.625
  const foot = (SIZE + pitch * tiers) / 2
  return Array.from({ length: tiers }, (_, index) => {
    const width = SIZE - (index * (SIZE - 5)) / Math.max(1, tiers - 1)
    return box((SIZE - width) / 2, foot - pitch * index - height, width, height, index <= rank ? 'on' : 'off')
  }).join('')
}
