import { qrCode } from './qr/qr-code.ts'
import { escapeText } from './svg.ts'

/** The light border that readers need, in modules (ISO/IEC 18004, 9.1). */
const QUIET = 4

/**
 * A text as a QR code: one unit per module, each run of dark modules one bar. Dark on light in every colour scheme, because
 * many scanners do not read the reverse. Throws a RangeError above 106 bytes.
 */
export function qrPicture(text: string, sentence: string): string {
  const rows = qrCode(text)
  const size = rows.length + 2 * QUIET
  const bars = rows.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x + QUIET} ${y + QUIET}h${length}v1h-${length}z`),
  )
  return (
    `<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${escapeText(sentence)}" shape-rendering="crispEdges">` +
    `<rect class="qr-light" width="${size}" height="${size}"/><path class="qr-dark" d="${bars.join('')}"/></svg>`
  )
}

/** Where the dark runs of a row begin, and how long they are. */
function runsOf(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const line = row.map((isDark) => (isDark ? '#' : ' ')).join('')
  return [...line.matchAll(/#+/g)].map(({ index, 0: run }) => [index, run.length])
}
