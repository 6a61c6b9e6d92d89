import { codewords, versionFor } from './codewords.ts'
import { MASKS, penalty } from './masks.ts'
import { drawFormat, emptySymbol, freePlaces } from './symbol.ts'

/** The modules of a QR code, row by row; true is dark. */
export type QrCode = readonly (readonly boolean[])[]

/**
 * A text of up to 106 bytes as a QR code (ISO/IEC 18004): byte mode, level M, the smallest of the versions 1 to 6, and the
 * mask that is easiest to read. Throws a RangeError for a longer text.
 */
export function qrCode(text: string): QrCode {
  const bytes = [...new TextEncoder().encode(text)]
  const version = versionFor(bytes.length)
  const bits = codewords(bytes, version).flatMap((codeword) => bitsOf(codeword))
  const drawn = MASKS.map((_, mask) => masked(version.version, bits, mask))
  const penalties = drawn.map(penalty)
  return drawn[penalties.indexOf(Math.min(...penalties))] ?? []
}

/** The symbol under one mask; modules that no bit is left for are light. */
function masked(version: number, bits: readonly boolean[], mask: number): QrCode {
  const symbol = emptySymbol(version)
  const turnsOver = MASKS[mask]
  freePlaces(symbol).forEach(([x, y], index) => {
    const row = symbol.rows[y]
    if (row) row[x] = (bits[index] ?? false) !== turnsOver?.(x, y)
  })
  drawFormat(symbol, mask)
  return symbol.rows.map((row) => row.map((isDark) => isDark === true))
}

const bitsOf = (codeword: number) => Array.from({ length: 8 }, (_, bit) => ((codeword >> (7 - bit)) & 1) === 1)
