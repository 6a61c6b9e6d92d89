import type { Picture } from './document.ts'

/** The smaller of the two sizes in which every picture is there: its longest side, in pixels. */
const SMALL = 800

/** "3f9ac1d07be4.webp" → "3f9ac1d07be4-800.webp": the same picture for a phone. */
export const smallerFile = (file: string): string => file.replace(/(?=\.[^.]+$)/, `-${SMALL}`)

/** How wide the smaller one is, in pixels; none is ever made larger than it was. */
export const smallerWidth = ({ width, height }: Pick<Picture, 'width' | 'height'>): number =>
  Math.max(1, Math.round(width * Math.min(1, SMALL / Math.max(width, height))))
