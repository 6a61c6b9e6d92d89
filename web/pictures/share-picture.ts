import type { ProgramDocument } from '#program/document.ts'
import { escapeText } from './svg.ts'
import { tierBars } from './tier-mark.ts'

/** What is shown where a page is shared: 1200 × 630 points, in colours of its own, for nobody's styles reach it there. */
const INK = '#15181d'
const SOFT = '#565c66'
const HAIR = '#dcdfe3'
const TINTS = ['#5a616c', '#47627a', '#7d5a00', '#6b3f86', '#00645b', '#8b2f3c']

/** The letters that the display face has (`fonts/newsreader.md`): a word with others would have holes. */
const IN_FACE = /^[\x20-\x7E\xA0£¥©·À-ÿ–—‘’“”…\u202F€−]+$/

/** The longest line of each that stays on the picture, in letters. */
const LONGEST_NAME = 18
const LONGEST_LINE = 46

/** A tier as SVG: its name, mark, headline and program. Null when its name cannot be set in the display face. */
export function sharePicture({ name: program, tiers }: ProgramDocument, rank: number): string | null {
  const { name = '', headline = '' } = tiers[rank] ?? {}
  if (!IN_FACE.test(name)) return null
  const tint = TINTS[Math.min(rank, TINTS.length - 1)]
  const size = Math.min(150, Math.floor((150 * LONGEST_NAME) / name.length))
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">',
    `<style>.on{fill:${tint}}.off{fill:${HAIR}}text{font-family:Newsreader}</style>`,
    '<rect width="1200" height="630" fill="#ffffff"/>',
    lineOf(program, 80, 118, 38, INK),
    `<rect x="80" y="156" width="1040" height="2" fill="${INK}"/>`,
    `<g transform="translate(940 330) scale(11)">${tierBars(rank, tiers.length)}</g>`,
    lineOf(name, 80, 440, size, INK),
    lineOf(headline, 80, 526, 42, SOFT),
    '</svg>',
  ].join('')
}

/** One line; nothing where the face lacks a letter of it, and an ellipsis where it would leave the picture. */
function lineOf(text: string, x: number, y: number, size: number, colour: string): string {
  if (!IN_FACE.test(text)) return ''
  const shown = text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE - 1).trimEnd()}…` : text
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}">${escapeText(shown)}</text>`
}
