import { box, escapeText, label, svg } from '../../../web/pictures/svg.ts'
import { dollarText } from './dollars.ts'
import { SERVICES } from './price.ts'
import type { Report } from './report.ts'

const WIDTH = 848
/** Where bars begin: names stand to the left. */
const FROM = 244
/** Room to the right of the longest bar for its sum. */
const SUM = 72
const ROW = 34
const THICK = 20
const LEGEND = 64
const LEGEND_COLUMNS = 4

/** Nobody pays for people by the million of requests. */
const DRAWN = SERVICES.filter((service) => service !== 'Cognito')

/** By light and by dark, in the order of the services: neighbours differ in lightness, so that they do without colour. */
const TINTS: Readonly<Record<'light' | 'dark', readonly string[]>> = {
  light: ['#1d3f72', '#8fb2dd', '#7a4b12', '#e0ab5c', '#5d5d66', '#b9b9c4', '#2f6b4f'],
  dark: ['#6f9fe0', '#27497a', '#e6b062', '#8a5a1e', '#c4c4ce', '#6d6d78', '#5fb58c'],
}

/** What a million of each thing costs, as bars made of services. The same figures stand beside it as a table. */
export function millionPicture({ millions }: Report): string {
  const longest = millions.reduce((most, { bill }) => (bill.total > most ? bill.total : most), 1n)
  const wide = WIDTH - FROM - SUM
  const widthOf = (amount: bigint) => (Number(amount) / Number(longest)) * wide
  const rows = millions.flatMap(({ name, bill }, row) => {
    const y = LEGEND + row * ROW
    let x = FROM
    const bars = DRAWN.map((service, index) => {
      const width = widthOf(bill.parts[service])
      const bar = width < 0.1 ? '' : box(x, y, width, THICK, `s${index}`)
      x += width
      return bar
    })
    return [label(0, y + 15, name), ...bars, label(x + 8, y + 15, dollarText(bill.total), 'start', 'sum')]
  })
  const height = LEGEND + millions.length * ROW
  const picture = svg({ width: WIDTH, height }, 'costs', sentenceOf(millions), [styles(), ...legend(), ...rows])
  // A picture in a file of its own says what language it is in.
  return `${picture.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')}\n`
}

function sentenceOf(millions: Report['millions']): string {
  return `What a million cost: ${millions.map(({ name, bill }) => `${name} ${dollarText(bill.total)}`).join('; ')}.`
}

function legend(): readonly string[] {
  return DRAWN.flatMap((service, index) => {
    const x = (index % LEGEND_COLUMNS) * (WIDTH / LEGEND_COLUMNS)
    const y = Math.floor(index / LEGEND_COLUMNS) * 22
    return [box(x, y + 2, 12, 12, `s${index}`), label(x + 20, y + 13, service)]
  })
}

/** GitHub shows pictures on white and on black; a picture in a file knows which by itself. */
function styles(): string {
  const fills = (tints: readonly string[]) => tints.map((tint, index) => `.s${index}{fill:${tint}}`).join('')
  const words = (ink: string) => `text{font:14px system-ui,sans-serif;fill:${ink}}.sum{font-weight:600}`
  const dark = `@media (prefers-color-scheme:dark){${words('#e6e6ea')}${fills(TINTS.dark)}}`
  return `<style>${escapeText(`${words('#1c1c22')}${fills(TINTS.light)}${dark}`)}</style>`
}
