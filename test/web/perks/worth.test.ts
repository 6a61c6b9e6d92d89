import { describe, expect, it } from 'vitest'
import type { ProgramDocument, PublishedEdition } from '#program/document.ts'
import { assumptions } from '../../../web/perks/assumptions.ts'
import { tierWorths } from '../../../web/perks/tier-worths.ts'
import { ladderWorth, tierWorth, worthSentence } from '../../../web/perks/worth-pictures.ts'
import { ENGLISH_PAGES } from '../../../web/words/english.ts'
import { ENGLISH_WORTH } from '../../../web/words/english-worth.ts'
import { PROGRAM } from '../standing/someone.ts'

const document: ProgramDocument = {
  ...PROGRAM,
  perks: [
    {
      ...{ id: 'delivery', name: 'Free delivery', kind: 'delivery', worth: '4.00' },
      terms: { member: { over: '41.00' }, gold: {} },
    },
    {
      ...{ id: 'lounge', name: 'Lounge', kind: 'access', worth: '10.00' },
      terms: { gold: { limit: { count: 3, per: 'year' } } },
    },
  ],
}
const editionOf = (of: ProgramDocument): PublishedEdition => ({
  ...{ edition: 1, effectiveFrom: '2026-07', publishedAt: '2026-06-01T00:00:00Z', document: of },
})
const worths = tierWorths(editionOf(document))

describe('what tiers are worth a year', () => {
  it('is reckoned for the same orders in every tier, and says what each adds', () => {
    expect(worths.tiers.map(({ worth, addsMinor }) => [worth.totalMinor, addsMinor])).toEqual([
      [2400, 2400],
      [2400, 0],
      [7800, 5400],
    ])
  })

  it('is told in a sentence; what a tier adds only where it adds something', () => {
    const sentences = worths.tiers.map((tier) => worthSentence(worths, tier, ENGLISH_WORTH))
    expect(sentences).toEqual([
      'To someone with twelve orders a year of £41 on average, the perks of Member are worth £24 a year.',
      'To someone with twelve orders a year of £41 on average, the perks of Silver are worth £24 a year.',
      'To someone with twelve orders a year of £41 on average, the perks of Gold are worth £78 a year, £54 more than Silver.',
    ])
  })

  it('is drawn to one scale, with the part that the tier below has', () => {
    const { sentence, bars } = ladderWorth(worths, ENGLISH_WORTH)
    expect(sentence).toBe('What the perks of each tier are worth a year: Member £24, Silver £24 and Gold £78.')
    expect(bars[2]).toEqual({ name: 'Gold', rank: 2, before: 24 / 78, added: 54 / 78, words: '£78' })
    expect(tierWorth(worths, 2, ENGLISH_WORTH).bars.map(({ name, before, added }) => [name, before, added])).toEqual([
      ['Free delivery', 24 / 48, 24 / 48],
      ['Lounge', 0, 30 / 48],
    ])
  })

  it('leaves perks that come to nothing out of the picture', () => {
    expect(tierWorth(worths, 0, ENGLISH_WORTH).bars.map(({ name }) => name)).toEqual(['Free delivery'])
  })

  it('copes with a program without perks', () => {
    const none = tierWorths(editionOf(PROGRAM))
    expect(ladderWorth(none, ENGLISH_WORTH).bars.map(({ before, added }) => before + added)).toEqual([0, 0, 0])
    expect(tierWorth(none, 1, ENGLISH_WORTH).bars).toEqual([])
  })
})

describe('what it is reckoned from', () => {
  const about = (of: ProgramDocument, what: string) =>
    assumptions(tierWorths(editionOf(of)), 'GBP', ENGLISH_PAGES).find((assumption) => assumption.about === what)?.words

  it('is said, with where the usual order comes from and how large the orders are', () => {
    expect(about(document, 'Orders')).toBe('Twelve a year, evenly spread from January to December.')
    expect(about(document, 'Amounts')).toBe(
      '£41 on average: Silver asks for £250 or 6 orders, which is about that much for each. Their amounts rise evenly from £3.41 to £78.59, a small and a large one in turn.',
    )
  })

  it.each([
    [
      'a tier that asks for an amount',
      { tiers: [{ id: 'a', name: 'Elm', qualify: [{ spend: '600.00' }] }] },
      'a month’s share of what Elm asks for',
    ],
    ['perks that ask for one', { tiers: [{ id: 'member', name: 'A' }] }, 'the largest order that a perk asks for'],
    ['nothing at all', { tiers: [{ id: 'member', name: 'A' }], perks: [] }, 'does not matter'],
  ] as const)('follows from %s', (_what, rest, words) => {
    expect(about({ ...document, ...rest }, 'Amounts')).toContain(words)
  })
})
