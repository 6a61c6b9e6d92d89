import { describe, expect, it } from 'vitest'
import { narrowWay, type Way, wideWay } from '../../../web/pictures/way.ts'

const TIERS = ['Member', 'Silver', 'Gold', 'Platinum'].map((name) => ({ name }))
const way: Way = {
  sentence: 'You hold Silver, tier 2 of 4.',
  tiers: TIERS,
  held: 1,
  fall: { to: 0, from: 'until 31 August 2027' },
  tracks: [
    {
      name: 'Spend',
      at: 1.5,
      have: '£625',
      stops: [
        { rank: 1, needs: ['£250'], reached: true },
        { rank: 2, needs: ['£1,000'], reached: false },
      ],
    },
    { name: 'Plus', at: null, have: null, stops: [{ rank: 2, needs: ['£49 a year'], reached: false }] },
  ],
}

describe('the picture of the way', () => {
  it('is one image with one sentence for those who do not see it', () => {
    expect(wideWay(way)).toMatch(/^<svg [^>]*role="img" aria-label="You hold Silver, tier 2 of 4\."/)
  })

  it('shows every tier, every way, what each asks for, and where one stands', () => {
    for (const picture of [wideWay(way), narrowWay(way)]) {
      for (const word of [
        'Member',
        'Platinum',
        'Spend',
        'Plus',
        '£250',
        '£49 a year',
        '£625',
        'until 31 August 2027',
      ]) {
        expect(picture).toContain(`>${word}</text>`)
      }
      expect(picture.match(/class="needle"/g)).toHaveLength(1)
      expect(picture.match(/class="stop reached/g)).toHaveLength(1)
    }
  })

  it('has nobody on it where nobody is signed in', () => {
    const tracks = way.tracks.map((track) => ({ ...track, at: null, have: null }))
    expect(wideWay({ ...way, held: null, fall: null, tracks })).not.toMatch(/needle|fall|done/)
  })

  it('needs no style attribute, which the content security policy would refuse, and no markup from names', () => {
    const rude = wideWay({ ...way, tiers: [{ name: '<b>"&\'' }, ...TIERS.slice(1)] })
    expect(rude).not.toMatch(/style=|<b>/)
    expect(rude).toContain('&lt;b&gt;&quot;&amp;&#39;')
  })

  it('shows the tiers around the one held where there are more than fit', () => {
    const tiers = Array.from({ length: 12 }, (_, rank) => ({ name: `Tier ${rank}` }))
    const tracks = [{ name: 'Spend', at: 6.2, have: '£7', stops: [{ rank: 7, needs: ['£9'], reached: false }] }]
    const picture = narrowWay({ ...way, tiers, held: 6, fall: null, tracks })
    expect(picture.match(/>Tier \d+</g)).toEqual(['>Tier 5<', '>Tier 6<', '>Tier 7<', '>Tier 8<'])
  })

  it('copes with a ladder of one tier', () => {
    expect(wideWay({ ...way, tiers: TIERS.slice(0, 1), held: 0, fall: null, tracks: [] })).not.toContain('NaN')
  })
})
