import { describe, expect, it } from 'vitest'
import type { ImpactBody, ImpactMove } from '../../../web/studio/impact/impact-body.ts'
import { costPairs, flowOf, reachPairs } from '../../../web/studio/impact/impact-pictures.ts'
import { costAfter, costBefore } from '../../../web/studio/impact/impact-sums.ts'
import { impactSentences, progressSentence } from '../../../web/studio/impact/impact-words.ts'

const tier = (id: string, name: string, before: number, after: number) => ({ tier: id, name, before, after })
const cost = (before: string, after: string): ImpactBody['costs'][number] => ({
  ...{ perk: 'lounge', perkName: 'Lounge entry', tier: 'gold', tierName: 'Gold', usesBefore: 1, usesAfter: 2 },
  ...{ before, after },
})
const move = (rest: Partial<ImpactMove> = {}): ImpactMove => ({
  ...{ month: '2027-03', direction: 'down', reason: 'asks_for_more', members: 34 },
  ...rest,
})

/** What a draft for March 2027 would do in a shop of 1,812 members, with whatever the test cares about. */
const body = (rest: Partial<ImpactBody> = {}): ImpactBody => ({
  ...{ draft: 'd-1', version: 3, isDone: true, done: 1812, members: 1812, at: '2026-12-01T10:00:00Z' },
  ...{ effectiveFrom: '2027-03', currency: 'GBP', assumptions: [] },
  tiers: [tier('silver', 'Silver', 500, 534), tier('gold', 'Gold', 120, 86)],
  flows: [
    { from: 'silver', to: 'silver', members: 500 },
    { from: 'gold', to: 'silver', members: 34 },
    { from: 'gold', to: 'gold', members: 86 },
  ],
  moves: [move()],
  within: [tier('gold', 'Gold', 12, 20)],
  costs: [cost('9.60', '12.00')],
  ...rest,
})
const still = { flows: [{ from: 'gold', to: 'gold', members: 1812 }] }

describe('what a draft would do, in sentences', () => {
  it('begins with the day, in members and tiers', () => {
    expect(impactSentences(body())[0]).toBe(
      'On 1 March 2027, of 1,812 members 34 would be Silver instead of Gold; all others hold what they would hold anyway.',
    )
    expect(impactSentences(body({ ...still, moves: [] }))[0]).toBe(
      'On 1 March 2027, nobody’s tier would be another one than without the draft.',
    )
  })

  it('goes on with the year after it, and says so where nobody loses a tier before its date', () => {
    const later = [move({ month: '2027-06' }), move({ month: '2027-05', direction: 'up', members: 1 })]
    expect(impactSentences(body({ ...still, moves: later }))[1]).toBe(
      'In the twelve months after that day, 34 more members would hold a lower tier than without the draft and one more member a higher one; nobody before their date.',
    )
    expect(impactSentences(body({ moves: [move(), ...later] }))[1]).not.toContain('before their date')
    expect(impactSentences(body({ moves: [] }))[1]).toContain('no further difference')
  })

  it('ends with what perks cost', () => {
    expect(impactSentences(body())[2]).toBe(
      'The perks of the last twelve months cost £9.60; by the draft they would have cost £12.',
    )
    expect(impactSentences(body({ costs: [] }))[2]).toContain('No perk was used')
    expect(impactSentences(body({ costs: [cost('9.60', '9.60')] }))[2]).toContain('the same')
  })

  it('says how far it has come', () => {
    expect(progressSentence({ done: 1200, members: 1812, isDone: false })).toBe(
      '1,200 of about 1,812 members are done.',
    )
    expect(progressSentence({ done: 1812, members: 1812, isDone: true })).toBe('All 1,812 members are done.')
  })
})

describe('what a draft would do, in figures', () => {
  it('adds amounts up to the penny, in any currency', () => {
    const costs = [cost('0.10', '90071992547409.91'), cost('0.20', '0.01')]
    expect([costBefore(body({ costs })), costAfter(body({ costs }))]).toEqual(['0.30', '90071992547409.92'])
    expect(costBefore(body({ currency: 'JPY', costs: [cost('5', '1'), cost('7', '1')] }))).toBe('12')
  })

  it('draws every way members go, between the tiers in their order', () => {
    expect(flowOf(body()).bands).toContainEqual({ from: 1, to: 0, members: 34 })
  })

  it('draws shares of the longest bar, and leaves out what costs nothing', () => {
    expect(costPairs(body({ costs: [cost('6.00', '12.00'), cost('0.00', '0.00')] })).pairs).toMatchObject([
      { name: 'Lounge entry, Gold', rank: 1, before: 0.5, after: 1, beforeWords: '£6', afterWords: '£12' },
    ])
    expect(reachPairs(body()).pairs).toMatchObject([{ before: 0.6, after: 1, beforeWords: '12', afterWords: '20' }])
    expect(reachPairs(body({ within: [tier('gold', 'Gold', 0, 0)] })).pairs).toMatchObject([{ before: 0, after: 0 }])
  })
})
