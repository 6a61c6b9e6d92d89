import { describe, expect, it } from 'vitest'
import { codewords, versionFor } from '../../../web/pictures/qr/codewords.ts'
import { penalty } from '../../../web/pictures/qr/masks.ts'
import { qrCode } from '../../../web/pictures/qr/qr-code.ts'
import { errorCodewords } from '../../../web/pictures/qr/reed-solomon.ts'
import { emptySymbol, formatBits, freePlaces } from '../../../web/pictures/qr/symbol.ts'
import { qrPicture } from '../../../web/pictures/qr-picture.ts'

describe('the code that a scanner reads', () => {
  // Read back by a reader of somebody else's, as were texts of every length from 1 to 106 bytes.
  it('is drawn as other people’s scanners read it', () => {
    const drawn = qrCode('7K3M9QXT4D2A').map((row) => row.map((isDark) => (isDark ? '#' : '.')).join(''))
    expect(drawn).toEqual([
      '#######..#.#..#######',
      '#.....#....#..#.....#',
      '#.###.#.####..#.###.#',
      '#.###.#.###.#.#.###.#',
      '#.###.#.#####.#.###.#',
      '#.....#.#.#.#.#.....#',
      '#######.#.#.#.#######',
      '........#.###........',
      '#.#####..##.#.#####..',
      '...#....##..##.......',
      '#.###.#..#.#.....#.#.',
      '.###...#.##....#..###',
      '########..##.#####.#.',
      '........#...##....###',
      '#######..##.#....#...',
      '#.....#.#..###...##..',
      '#.###.#.#.#.#..#..###',
      '#.###.#.###.##...#...',
      '#.###.#.##.##....##..',
      '#.....#...........#..',
      '#######.#.#.######.#.',
    ])
  })

  it.each([
    [14, 1],
    [15, 2],
    [26, 2],
    [42, 3],
    [62, 4],
    [84, 5],
    [106, 6],
  ])('of %i bytes is of version %i', (length, version) => {
    expect(qrCode('x'.repeat(length))).toHaveLength(17 + 4 * version)
  })

  it('is not made of a text that is too long', () => {
    expect(() => qrCode('x'.repeat(107))).toThrow('holds 106 bytes at most, not 107')
    expect(() => qrCode('é'.repeat(54))).toThrow('not 108')
  })
})

describe('its parts are those of the standard', () => {
  it('what mends a damaged block', () => {
    const block = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
    expect(errorCodewords(block, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23])
  })

  it('the eight formats of level M', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((mask) => formatBits(mask).toString(2))).toEqual([
      '101010000010010',
      '101000100100101',
      '101111001111100',
      '101101101001011',
      '100010111111001',
      '100000011001110',
      '100111110010111',
      '100101010100000',
    ])
  })

  it('a text that is shorter than its version is filled up', () => {
    expect(codewords([0x41], versionFor(1)).slice(0, 6)).toEqual([0x40, 0x14, 0x10, 0xec, 0x11, 0xec])
  })

  it.each([1, 2, 3, 4, 5, 6])('version %i has room for exactly its codewords and what is left over', (version) => {
    const { blocks, dataPerBlock, errorsPerBlock } = versionFor([14, 26, 42, 62, 84, 106][version - 1] ?? 0)
    const bits = 8 * blocks * (dataPerBlock + errorsPerBlock)
    expect(freePlaces(emptySymbol(version)).length - bits).toBe(version === 1 ? 0 : 7)
  })

  it('an evenly coloured square is the worst to read', () => {
    const square = (isDark: (x: number, y: number) => boolean) =>
      Array.from({ length: 21 }, (_, y) => Array.from({ length: 21 }, (_, x) => isDark(x, y)))
    // 42 lines of 21, 400 squares, and ten twentieths away from a half.
    expect(penalty(square(() => true))).toBe(42 * 19 + 3 * 400 + 10 * 10)
    expect(penalty(square((x, y) => (x + y) % 2 === 0))).toBe(0)
  })
})

describe('the picture of a code', () => {
  it('has the light border that scanners need, and a sentence for those who do not see it', () => {
    const picture = qrPicture('7K3M9QXT4D2A', 'The code <7K3M> as a picture.')
    expect(picture).toContain('viewBox="0 0 29 29" role="img" aria-label="The code &lt;7K3M&gt; as a picture."')
    expect(picture).toContain('d="M4 4h7v1h-7z')
    expect(picture).not.toMatch(/style=|<style/)
  })
})
