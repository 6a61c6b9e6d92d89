import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Flow, narrowFlow, wideFlow } from '../../../web/pictures/flow.ts'

const tier = (name: string, before: number, after: number) => ({ name, before, after })
const FLOW: Flow = {
  sentence: '34 would be Silver instead of Gold.',
  tiers: [tier('Member', 900, 900), tier('Silver', 500, 534), tier('Gold', 120, 86)],
  bands: [
    { from: 0, to: 0, members: 900 },
    { from: 1, to: 1, members: 500 },
    { from: 2, to: 1, members: 34 },
    { from: 2, to: 2, members: 86 },
  ],
}

describe('the picture of members between tiers', () => {
  it('is one image with one sentence, and says every tier with its members on both sides', () => {
    for (const picture of [wideFlow, narrowFlow]) {
      const drawn = picture(FLOW)
      expect(drawn).toMatch(/^<svg [^>]*role="img" aria-label="34 would be Silver instead of Gold\."/)
      expect(drawn.match(/>Gold<\/text>/g)).toHaveLength(2)
      expect(drawn).toContain('>120</text>')
      expect(drawn).toContain('>86</text>')
    }
  })

  it('draws a band for each way, those who move over those who stay', () => {
    const kinds = [...wideFlow(FLOW).matchAll(/class="band (\w+)/g)].map(([, kind]) => kind)
    expect(kinds).toEqual(['stays', 'stays', 'stays', 'moves'])
  })

  it('puts the highest tier on top', () => {
    const drawn = wideFlow(FLOW)
    const heights = ['Gold', 'Silver', 'Member'].map((name) =>
      Number(new RegExp(`y="([\\d.]+)"[^>]*>${name}<`).exec(drawn)?.[1]),
    )
    expect(heights).toEqual(heights.toSorted((one, other) => one - other))
  })

  it('stays inside its frame, however many members and tiers there are', () => {
    const members = fc.oneof(fc.nat(5), fc.nat(1e9))
    const matrix = fc
      .integer({ min: 1, max: 12 })
      .chain((size) =>
        fc.array(fc.array(members, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
      )
    fc.assert(
      fc.property(matrix, (ways) => {
        const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
        const bands = ways.flatMap((row, from) => row.map((some, to) => ({ from, to, members: some })))
        const tiers = ways.map((row, rank) => tier(`T${rank}`, sum(row), sum(ways.map((other) => other[rank] ?? 0))))
        const drawn = wideFlow({ sentence: '', tiers, bands: bands.filter((band) => band.members > 0) })
        expect(drawn).not.toMatch(/NaN|Infinity|"-/)
        const height = Number(/ height="([\d.]+)"/.exec(drawn)?.[1])
        for (const [, y, tall] of drawn.matchAll(/<rect[^>]* y="([\d.]+)"[^>]* height="([\d.]+)"/g)) {
          expect(Number(y) + Number(tall)).toBeLessThanOrEqual(height + 0.1)
        }
      }),
    )
  })

  it('takes names for text', () => {
    const drawn = narrowFlow({ sentence: '', tiers: [tier('<b>', 1, 1)], bands: [] })
    expect(drawn).toContain('>&lt;b&gt;</text>')
  })
})
