import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { narrowSteps, wideSteps } from '../../../web/pictures/steps.ts'
import { tierMark } from '../../../web/pictures/tier-mark.ts'
import { narrowYear, wideYear } from '../../../web/pictures/year.ts'

const MONTHS = ['January 2027', 'February 2027', 'March 2027']
const tiers = ['Member', 'Silver', 'Gold'].map((name) => ({ name }))

describe('the mark of a tier', () => {
  it('can be counted: a bar for each tier, filled up to its rank', () => {
    const mark = tierMark(2, 4)
    expect(mark.match(/class="on"/g)).toHaveLength(3)
    expect(mark.match(/class="off"/g)).toHaveLength(1)
  })

  it('stays inside its square for any ladder', () => {
    for (let count = 1; count <= 12; count++) {
      for (const [, y, height] of tierMark(0, count).matchAll(/y="([-\d.]+)" width="[\d.]+" height="([\d.]+)"/g)) {
        expect(Number(y)).toBeGreaterThanOrEqual(0)
        expect(Number(y) + Number(height)).toBeLessThanOrEqual(16.1)
      }
    }
  })
})

describe('the step picture', () => {
  const months = MONTHS.map((name, index) => ({ name, rank: index < 2 ? 2 : 1, drops: index === 1 ? 1 : 0 }))
  const steps = { sentence: 'Gold, then Silver.', tiers, now: 2, months }

  it('marks each change of tier and each day on which something drops off', () => {
    for (const picture of [wideSteps(steps), narrowSteps(steps)]) {
      expect(picture.match(/class="turn /g)).toHaveLength(1)
      expect(picture.match(/class="drops"/g)).toHaveLength(1)
    }
    expect(wideSteps(steps)).toContain('>Feb</text>')
    expect(narrowSteps(steps)).toContain('>F</text>')
  })

  it('is a level line where nothing changes', () => {
    const same = months.map((month) => ({ ...month, rank: 2, drops: 0 }))
    expect(wideSteps({ ...steps, months: same })).not.toMatch(/turn|"drops"/)
  })
})

describe('the year stripe', () => {
  const month = (counted: number, refunded: number) => ({ name: 'May 2026', counted, refunded })

  it('hatches what refunds took back, with a pattern of its own in each drawing', () => {
    const year = { sentence: 'A year.', months: [month(0.5, 0.5), month(1, 0), month(0, 0)] }
    expect(wideYear(year).match(/class="refunded"/g)).toHaveLength(1)
    expect(wideYear(year).match(/class="counted"/g)).toHaveLength(2)
    expect(wideYear(year)).toContain('fill="url(#hatch-wide)"')
    expect(narrowYear(year)).toContain('fill="url(#hatch-narrow)"')
  })

  it('draws nothing outside its frame, whatever the shares', () => {
    const share = fc.double({ min: 0, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 12 }), (shares) => {
        const picture = wideYear({
          sentence: '',
          months: shares.map(([counted, refunded]) => month(counted, refunded)),
        })
        for (const [, y] of picture.matchAll(/<rect[^>]* y="([-\d.]+)"/g)) expect(Number(y)).toBeGreaterThanOrEqual(0)
        expect(picture).not.toMatch(/NaN|Infinity/)
      }),
    )
  })
})
