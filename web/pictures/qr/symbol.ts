/** A square of modules, row by row: true is dark. Undefined: not drawn yet. */
export interface QrSymbol {
  readonly size: number
  readonly rows: (boolean | undefined)[][]
}

/** The symbol of a version with everything on it that is the same for all texts, and room kept for the format. */
export function emptySymbol(version: number): QrSymbol {
  const size = 17 + 4 * version
  const symbol: QrSymbol = { size, rows: Array.from({ length: size }, () => new Array<boolean | undefined>(size)) }
  drawTiming(symbol)
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    drawFinder(symbol, x, y)
  }
  // From version 2 to 6 there is one alignment pattern; version 1 has none.
  if (version > 1) drawRings(symbol, size - 7, size - 7, 2, (ring) => ring !== 1)
  drawFormat(symbol, 0)
  return symbol
}

/** Where a text's own modules go: from the lower right, up and down in columns of two, around all that is drawn. */
export function freePlaces({ size, rows }: QrSymbol): readonly (readonly [x: number, y: number])[] {
  const places: [number, number][] = []
  let isUpwards = true
  for (let right = size - 1; right > 0; right -= 2) {
    // The column of the timing pattern is left out.
    if (right === 6) right--
    for (let step = 0; step < size; step++) {
      const y = isUpwards ? size - 1 - step : step
      for (const x of [right, right - 1]) if (rows[y]?.[x] === undefined) places.push([x, y])
    }
    isUpwards = !isUpwards
  }
  return places
}

/** Which mask is laid over the symbol, at level M: 15 bits, written twice (ISO/IEC 18004, 7.9). */
export function drawFormat(symbol: QrSymbol, mask: number): void {
  const { size } = symbol
  const bits = formatBits(mask)
  for (let bit = 0; bit < 15; bit++) {
    const isDark = ((bits >> bit) & 1) === 1
    if (bit < 8) {
      set(symbol, 8, bit < 6 ? bit : bit + 1, isDark)
      set(symbol, size - 1 - bit, 8, isDark)
    } else {
      set(symbol, bit === 8 ? 7 : 14 - bit, 8, isDark)
      set(symbol, 8, size - 15 + bit, isDark)
    }
  }
  set(symbol, 8, size - 8, true)
}

/** Level M is 00. The mask's number, ten bits that let a reader mend it, and a pattern that keeps it from being all light. */
export function formatBits(mask: number): number {
  let rest = mask
  for (let step = 0; step < 10; step++) rest = (rest << 1) ^ (rest & 512 ? 0x537 : 0)
  return ((mask << 10) | rest) ^ 0x5412
}

function drawTiming(symbol: QrSymbol): void {
  for (let at = 0; at < symbol.size; at++) {
    set(symbol, 6, at, at % 2 === 0)
    set(symbol, at, 6, at % 2 === 0)
  }
}

/** With the light ring around it, as far as it lies within the symbol. */
const drawFinder = (symbol: QrSymbol, x: number, y: number) =>
  drawRings(symbol, x, y, 4, (ring) => ring !== 2 && ring !== 4)

function drawRings(symbol: QrSymbol, x: number, y: number, outermost: number, isDark: (ring: number) => boolean): void {
  for (let down = -outermost; down <= outermost; down++) {
    for (let right = -outermost; right <= outermost; right++) {
      set(symbol, x + right, y + down, isDark(Math.max(Math.abs(right), Math.abs(down))))
    }
  }
}

function set({ size, rows }: QrSymbol, x: number, y: number, isDark: boolean): void {
  const row = rows[y]
  if (row && x >= 0 && x < size) row[x] = isDark
}
