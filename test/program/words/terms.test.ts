import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PerkDocument, PerkTerms } from '#program/document.ts'
import { termsAt, termsRuns } from '#program/words/terms-at.ts'
import { termsWords } from '#program/words/terms-words.ts'

describe('the terms of a perk in words', () => {
  it.each<[PerkTerms, string]>([
    [{}, 'Always'],
    [{ over: '25.00' }, 'On orders of £25 or more'],
    [{ limit: { count: 2, per: 'year' } }, '2 a year'],
    [{ limit: { count: 1, per: 'year' } }, 'Once a year'],
    [{ limit: { count: 1, per: 'order' } }, 'Once an order'],
    [{ limit: { count: 1, per: 'ever' } }, 'Once'],
    [{ limit: { count: 3, per: 'ever' } }, '3 in all'],
    [{ categories: ['suits', 'shirts'] }, 'In suits and shirts'],
    [{ categories: ['suits', 'shirts'], limit: { count: 2, per: 'quarter' } }, '2 a quarter, in suits and shirts'],
    [{ over: '60.50', limit: { count: 1, per: 'year' } }, 'Once a year, on orders of £60.50 or more'],
  ])('%o reads "%s"', (terms, words) => {
    expect(termsWords(terms, 'GBP')).toBe(words)
  })
})

const perk = (terms: Record<string, PerkTerms>): PerkDocument => ({
  id: 'delivery',
  name: 'Free delivery',
  kind: 'delivery',
  worth: '4.95',
  terms,
})
const ladder = ['member', 'silver', 'gold', 'platinum'].map((id) => ({ id }))

describe('a perk along the ladder', () => {
  it('is inherited by tiers that the document leaves out', () => {
    const delivery = perk({ silver: { over: '25.00' }, gold: {} })
    expect(termsAt(delivery, ladder, 'member')).toBeNull()
    expect(termsAt(delivery, ladder, 'silver')).toEqual({ over: '25.00' })
    expect(termsAt(delivery, ladder, 'platinum')).toEqual({})
    expect(termsRuns(delivery, ladder)).toEqual([
      { from: 0, to: 0, terms: null },
      { from: 1, to: 1, terms: { over: '25.00' } },
      { from: 2, to: 3, terms: {} },
    ])
  })

  it('has no terms for a tier that does not exist', () => {
    expect(() => termsAt(perk({}), ladder, 'diamond')).toThrow('There is no tier "diamond"')
  })

  it('is not granted to a tier that happens to be called like a property of every object', () => {
    expect(termsAt(perk({}), [{ id: 'constructor' }], 'constructor')).toBeNull()
  })

  it('covers every tier exactly once, with the terms of each, whatever the document names', () => {
    fc.assert(
      fc.property(fc.subarray(ladder), (named) => {
        const any = perk(
          Object.fromEntries(named.map(({ id }, index) => [id, { limit: { count: index, per: 'year' } }])),
        )
        const runs = termsRuns(any, ladder)
        const spread = runs.flatMap(({ from, to, terms }) => Array.from({ length: to - from + 1 }, () => terms))
        expect(spread).toEqual(ladder.map(({ id }) => termsAt(any, ladder, id)))
      }),
    )
  })
})
