import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { narrowWorth, type WorthBar, wideWorth } from '../../../web/pictures/worth-bars.ts'

const bar = (before: number, added: number, name = 'Lounge entry'): WorthBar => ({
  ...{ name, rank: 2, before, added, words: '£216' },
})

describe('the picture of what something is worth', () => {
  it('is one image with one sentence, and says every name and amount', () => {
    for (const picture of [wideWorth, narrowWorth]) {
      const drawn = picture({ sentence: 'Gold is worth £216.', bars: [bar(0.2, 0.8)] })
      expect(drawn).toMatch(/^<svg [^>]*role="img" aria-label="Gold is worth £216\."/)
      expect(drawn).toContain('>Lounge entry</text>')
      expect(drawn).toContain('>£216</text>')
    }
  })

  it('tells what was there before from what is added without colour, and draws no bar for nothing', () => {
    const drawn = wideWorth({ sentence: '', bars: [bar(0.2, 0.8), bar(0, 0.5), bar(0.5, 0), bar(0, 0)] })
    expect(drawn.match(/bar-before/g)).toHaveLength(2)
    expect(drawn.match(/bar-added/g)).toHaveLength(2)
  })

  it('stays inside its frame, whatever the shares', () => {
    const share = fc.double({ min: 0, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { maxLength: 40 }), (shares) => {
        const bars = shares.map(([before, added]) => bar(before, added))
        for (const [picture, width] of [
          [wideWorth, 848],
          [narrowWorth, 340],
        ] as const) {
          const drawn = picture({ sentence: '', bars })
          expect(drawn).not.toMatch(/NaN|Infinity|"-/)
          for (const [, x, wide] of drawn.matchAll(/<rect[^>]* x="([\d.]+)"[^>]* width="([\d.]+)"/g))
            expect(Number(x) + Number(wide)).toBeLessThanOrEqual(width)
        }
      }),
    )
  })

  it('takes names for text, and breaks long ones in two where there is a column for them', () => {
    const drawn = wideWorth({ sentence: '', bars: [bar(0, 1, 'An hour with <someone> who knows what you wear')] })
    expect(drawn).toContain('>An hour with &lt;someone&gt;</text>')
    expect(drawn).toContain('>who knows what you wear</text>')
  })
})
