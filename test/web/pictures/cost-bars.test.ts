import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { narrowPairs, type Pair, widePairs } from '../../../web/pictures/cost-bars.ts'

const pair = (before: number, after: number, name = 'Lounge entry, Gold'): Pair => ({
  ...{ name, rank: 2, before, after, beforeWords: '£9.60', afterWords: '£12' },
})

describe('the picture of before and after', () => {
  it('is one image with one sentence, and says every name and both figures', () => {
    for (const picture of [widePairs, narrowPairs]) {
      const drawn = picture({ sentence: 'It costs more.', pairs: [pair(0.8, 1)] })
      expect(drawn).toMatch(/^<svg [^>]*role="img" aria-label="It costs more\."/)
      for (const text of ['Lounge entry, Gold', '£9.60', '£12']) expect(drawn).toContain(`>${text}</text>`)
    }
  })

  it('tells the two apart without colour, and draws no bar for nothing', () => {
    const drawn = widePairs({ sentence: '', pairs: [pair(0.2, 0.8), pair(0, 0.5), pair(0.5, 0)] })
    expect(drawn.match(/bar-before/g)).toHaveLength(2)
    expect(drawn.match(/bar-added/g)).toHaveLength(2)
  })

  it('stays inside its frame, whatever the shares', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { maxLength: 30 }), (shares) => {
        const pairs = shares.map(([before, after]) => pair(before, after))
        for (const [picture, width] of [
          [widePairs, 848],
          [narrowPairs, 340],
        ] as const) {
          const drawn = picture({ sentence: '', pairs })
          expect(drawn).not.toMatch(/NaN|Infinity|"-/)
          for (const [, x, wide] of drawn.matchAll(/<rect[^>]* x="([\d.]+)"[^>]* width="([\d.]+)"/g))
            expect(Number(x) + Number(wide)).toBeLessThanOrEqual(width)
        }
      }),
    )
  })
})
