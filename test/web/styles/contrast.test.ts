import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

/** WCAG 2.2: the ratio of the relative luminances of two colours, "#rrggbb". */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The colours that style sheets set, later ones over earlier ones, in light or in dark. */
async function colours(scheme: 'light' | 'dark'): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const file of ['tokens.css', 'fairweather.css']) {
    const text = await readFile(new URL(`../../../web/styles/${file}`, import.meta.url), 'utf8')
    const [light = '', dark = ''] = text.split('@media (prefers-color-scheme: dark)')
    for (const part of scheme === 'dark' ? [light, dark] : [light]) {
      for (const [, name, value] of part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)) found.set(name ?? '', value ?? '')
    }
  }
  return found
}

const WRITTEN = ['ink', 'ink-soft', 'accent', 'alert', ...[0, 1, 2, 3, 4, 5].map((rank) => `tint-${rank}`)]

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  it.each(WRITTEN)('%s can be read on paper', async (name) => {
    const set = await colours(scheme)
    expect(contrast(set.get(name) ?? '', set.get('paper') ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  it('the words on a button can be read', async () => {
    const set = await colours(scheme)
    expect(contrast(set.get('on-accent') ?? '', set.get('accent') ?? '')).toBeGreaterThanOrEqual(4.5)
  })
})

it('the arithmetic is that of the standard: black on white is 21 to 1, and a grey that is too pale is told', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5)
})
