import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BurnLine, narrowBurn, wideBurn } from '../../../web/pictures/burn-line.ts'
import { type HeatCell, heatMap } from '../../../web/pictures/heat-map.ts'
import { type TierBar, tierBars } from '../../../web/pictures/tier-bars.ts'

const cell = (rest: Partial<HeatCell> = {}): HeatCell => ({
  words: '£4.00',
  href: '/finance?a=1&b=2',
  share: 0.5,
  ...rest,
})

describe('the heat map', () => {
  const drawn = (cells: readonly HeatCell[]) =>
    heatMap({
      ...{ sentence: 'What perks cost.', months: cells.map(() => 'Nov 26'), total: [] },
      rows: [{ name: 'Lounge <entry>', href: '/finance', cells }],
    })

  it('is a table that says its sentence and every number, each a link to what is behind it', () => {
    expect(drawn([cell()])).toContain('<caption>What perks cost.</caption>')
    expect(drawn([cell()])).toContain('<a href="/finance?a=1&amp;b=2">£4.00</a>')
    expect(drawn([cell()])).toContain('Lounge &lt;entry&gt;')
  })

  it('shades a cell the more, the more there is in it, and frames what is below zero', () => {
    const shades = [0, 0.2, 0.9, 1].map((share) =>
      Number(/fill-opacity="([\d.]+)"/.exec(drawn([cell({ share })]))?.[1]),
    )
    expect(shades).toEqual(shades.toSorted((one, other) => one - other))
    expect(new Set(shades).size).toBe(4)
    expect(drawn([cell({ share: -0.1 })])).toContain('shade-below')
  })

  it('leaves a cell in which nothing was booked without shade and link', () => {
    expect(drawn([cell({ words: '–', href: null, share: null })])).toContain('<span>–</span>')
    expect(drawn([cell({ words: '–', href: null, share: null })])).not.toContain('<svg')
  })

  it('is never shaded so dark that its numbers cannot be read', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (share) => {
        expect(Number(/fill-opacity="([\d.]+)"/.exec(drawn([cell({ share })]))?.[1])).toBeLessThanOrEqual(0.34)
      }),
    )
  })
})

const BURN: BurnLine = {
  ...{ sentence: 'Half is spent.', months: ['October', 'November', 'December'], budgetWords: 'Budget £340.00' },
  ...{ spentWords: '£170.00 so far', spent: [[0.5, 0.4]], budget: 0.8, likely: 0.9, low: 0.7, high: 0.95 },
  runsOut: { at: [0.85, 0.8], words: '17 December 2026' },
}

describe('the burn line', () => {
  it('is one image with one sentence, and says the budget, what is spent and when it runs out', () => {
    for (const picture of [wideBurn, narrowBurn]) {
      expect(picture(BURN)).toMatch(/^<svg [^>]*role="img" aria-label="Half is spent\."/)
      for (const words of ['Budget £340.00', '£170.00 so far', '17 December 2026'])
        expect(picture(BURN)).toContain(`>${words}</text>`)
    }
  })

  it('marks no day for a budget that lasts', () => {
    expect(wideBurn({ ...BURN, runsOut: null })).not.toContain('reached')
  })

  it('draws nothing outside its frame, whatever the shares', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, share, share, share, (time, amount, low, likely, high) => {
        for (const [picture, width] of [
          [wideBurn, 848],
          [narrowBurn, 340],
        ] as const) {
          const drawn = picture({ ...BURN, spent: [[time, amount]], low, likely, high })
          expect(drawn).not.toMatch(/NaN|Infinity/)
          for (const [, x, y] of drawn.matchAll(/<circle[^>]* cx="([\d.-]+)" cy="([\d.-]+)"/g)) {
            expect(Number(x)).toBeGreaterThanOrEqual(0)
            expect(Number(x)).toBeLessThanOrEqual(width)
            expect(Number(y)).toBeGreaterThanOrEqual(0)
          }
        }
      }),
    )
  })
})

describe('the bars of tiers', () => {
  const figures = {
    members: '80',
    active: '40',
    spend: '£9.00',
    uses: '3',
    cost: '£2.00',
    perActive: '£0.05',
    shareOfSpend: '22.2%',
  }
  const bar = (rest: Partial<TierBar>): TierBar => ({
    ...{ ...figures, name: 'Gold', href: '/finance', rank: 2, perActiveBar: 1, shareBar: 0.25 },
    ...rest,
  })
  const drawn = (rest: Partial<TierBar> = {}) => tierBars({ sentence: 'By tier.', rows: [bar(rest)], total: figures })

  it('stand in a table beside their figures, in the tint of the tier', () => {
    expect(drawn()).toContain('<caption>By tier.</caption>')
    expect(drawn()).toMatch(/bar-in-cell tint-2.*<span>£0\.05<\/span>/)
    expect([...drawn().matchAll(/width="([\d.]+)" height="10"/g)].map(([, width]) => width)).toEqual(['100.0', '25.0'])
  })

  it('are never longer than their cell', () => {
    expect(
      [...drawn({ perActiveBar: 7, shareBar: -1 }).matchAll(/width="([\d.]+)" height="10"/g)].map(([, w]) => w),
    ).toEqual(['100.0', '0.0'])
  })
})
