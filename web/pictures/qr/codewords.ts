import { errorCodewords } from './reed-solomon.ts'

/** What a version of a QR code holds at level M, where a seventh of the symbol may be damaged (ISO/IEC 18004, table 9). */
export interface Version {
  readonly version: number
  readonly blocks: number
  readonly dataPerBlock: number
  readonly errorsPerBlock: number
}

const VERSIONS: readonly Version[] = [
  { version: 1, blocks: 1, dataPerBlock: 16, errorsPerBlock: 10 },
  { version: 2, blocks: 1, dataPerBlock: 28, errorsPerBlock: 16 },
  { version: 3, blocks: 1, dataPerBlock: 44, errorsPerBlock: 26 },
  { version: 4, blocks: 2, dataPerBlock: 32, errorsPerBlock: 18 },
  { version: 5, blocks: 2, dataPerBlock: 43, errorsPerBlock: 24 },
  { version: 6, blocks: 4, dataPerBlock: 27, errorsPerBlock: 16 },
]

const BYTE_MODE = 0b0100
/** The mode and the length take a byte and a half, the end the half that is left. */
const OVERHEAD = 2
const PADDING = [0xec, 0x11] as const

/** The smallest version that holds so many bytes. Throws a RangeError above 106, which is what version 6 holds. */
export function versionFor(length: number): Version {
  const fitting = VERSIONS.find(({ blocks, dataPerBlock }) => length + OVERHEAD <= blocks * dataPerBlock)
  if (!fitting) throw new RangeError(`A QR code of version 6 holds 106 bytes at most, not ${length}.`)
  return fitting
}

/** The bytes of a text with all that makes them readable, in the order in which they are drawn. */
export function codewords(bytes: readonly number[], { blocks, dataPerBlock, errorsPerBlock }: Version): number[] {
  const data = dataCodewords(bytes, blocks * dataPerBlock)
  const parts = Array.from({ length: blocks }, (_, block) =>
    data.slice(block * dataPerBlock, (block + 1) * dataPerBlock),
  )
  const errors = parts.map((part) => errorCodewords(part, errorsPerBlock))
  return [...interleaved(parts, dataPerBlock), ...interleaved(errors, errorsPerBlock)]
}

/** Mode, length, bytes and end, each half a byte later than it would lie, then padding. */
function dataCodewords(bytes: readonly number[], length: number): number[] {
  const halves = [BYTE_MODE, ...[bytes.length, ...bytes].flatMap((byte) => [byte >> 4, byte & 15]), 0]
  const data = Array.from(
    { length: halves.length / 2 },
    (_, at) => ((halves[2 * at] ?? 0) << 4) | (halves[2 * at + 1] ?? 0),
  )
  while (data.length < length) data.push(PADDING[(data.length - bytes.length) % 2 === 0 ? 0 : 1])
  return data
}

/** The first of each block, then the second of each, and so on. */
function interleaved(blocks: readonly (readonly number[])[], length: number): number[] {
  return Array.from({ length }, (_, at) => blocks.map((block) => block[at] ?? 0)).flat()
}
