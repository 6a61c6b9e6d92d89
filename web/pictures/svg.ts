/** Pictures are text: every figure is rounded to a tenth of a unit, every word is escaped, looks come from classes alone. */
export type Anchor = 'start' | 'middle' | 'end'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Makes any text safe inside markup and its quoted attributes. */
export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

const at = (value: number) => String(Math.round(value * 10) / 10)

/** What is drawn on, in units; what lies above `top` is cut off. */
interface Canvas {
  readonly width: number
  readonly height: number
  readonly top?: number
}

/** A whole picture: to a reader of screens it is one image with one sentence. */
export function svg(canvas: Canvas, kind: string, sentence: string, body: readonly string[]): string {
  const { width, height, top = 0 } = canvas
  const size = `viewBox="0 ${at(top)} ${at(width)} ${at(height - top)}" width="${at(width)}" height="${at(height - top)}"`
  return `<svg class="picture ${kind}" ${size} role="img" aria-label="${escapeText(sentence)}">${body.join('')}</svg>`
}

export function label(x: number, y: number, content: string, anchor: Anchor = 'start', kind = ''): string {
  const look = kind ? ` class="${kind}"` : ''
  const side = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
  return `<text x="${at(x)}" y="${at(y)}"${side}${look}>${escapeText(content)}</text>`
}

export const line = (x1: number, y1: number, x2: number, y2: number, kind: string): string =>
  `<path class="${kind}" d="M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}"/>`

export const dot = (x: number, y: number, radius: number, kind: string): string =>
  `<circle class="${kind}" cx="${at(x)}" cy="${at(y)}" r="${at(radius)}"/>`

export const box = (x: number, y: number, width: number, height: number, kind: string, fill = ''): string =>
  `<rect class="${kind}"${fill} x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}"/>`

/** A path through points, in order. */
export const through = (points: readonly (readonly [number, number])[], kind: string): string =>
  `<path class="${kind}" d="M${points.map(([x, y]) => `${at(x)} ${at(y)}`).join('L')}"/>`

/** A band from one height to another, as wide as `thick` all the way, bent so that it leaves and arrives level. */
export function band(x1: number, y1: number, x2: number, y2: number, thick: number, kind: string): string {
  const [a, b, middle] = [at(x1), at(x2), at((x1 + x2) / 2)]
  const there = `M${a} ${at(y1)}C${middle} ${at(y1)} ${middle} ${at(y2)} ${b} ${at(y2)}`
  const back = `L${b} ${at(y2 + thick)}C${middle} ${at(y2 + thick)} ${middle} ${at(y1 + thick)} ${a} ${at(y1 + thick)}Z`
  return `<path class="${kind}" d="${there}${back}"/>`
}

export const group = (x: number, y: number, kind: string, body: string): string =>
  `<g class="${kind}" transform="translate(${at(x)} ${at(y)})">${body}</g>`
