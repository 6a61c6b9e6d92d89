import { describe, expect, test } from 'vitest'
import { demoEditions } from '#local/demo-program.ts'
import type { ProgramDocument } from '#program/document.ts'
import { type Edition, editionOf } from '#program/edition.ts'
import type { QuoteBody } from '#program/perks/perk-body.ts'
import { quote, VISITOR } from '#program/perks/quote.ts'
import { offerSentences } from '../../../web/offer/offer-sentence.ts'

const NOVEMBER_2026 = Date.UTC(2026, 10, 20, 10)
const RANKS = { member: 0, silver: 1, gold: 2, platinum: 3 }

/** What the demo shop's own rules quote. */
async function quoted(amountMinor: number, tier: keyof typeof RANKS | null = null): Promise<QuoteBody> {
  const { document, editions } = await demoRules()
  const basket = { amountMinor, categories: [], usedInOrder: 0 }
  return quote(document, editions, basket, { ...VISITOR, rank: tier && RANKS[tier] }, NOVEMBER_2026)
}

async function demoRules(): Promise<{ readonly document: ProgramDocument; readonly editions: readonly Edition[] }> {
  const published = await demoEditions()
  const document = published.at(-1)?.document
  if (!document) throw new Error('The demo shop has no program.')
  const editions = published.map(({ edition, effectiveFrom, document }) =>
    editionOf({ ...document, edition, effectiveFrom }),
  )
  return { document, editions }
}

const said = (body: QuoteBody) => offerSentences(body).map(({ text }) => text)

/** A quote with the given misses of the asker's own tier and nothing else. */
const missing = (...perks: readonly (readonly [name: string, short: string | null, missing: string])[]): QuoteBody => ({
  ...{ edition: 1, currency: 'GBP', amount: '1.00', tier: 'one' },
  tiers: [
    {
      ...{ tier: 'one', name: 'One', gets: [] },
      misses: perks.map(([name, short, missing]) => ({
        ...{ perk: name, name, worth: '1.00', terms: null, words: '', short, missing },
        reason: short === null ? 'limit_reached' : 'basket_too_small',
      })),
    },
  ],
  reaches: { tier: null, name: null, next: null },
})

describe('beside a basket', () => {
  test('a visitor £11.50 short of free delivery reads so', async () => {
    expect(said(await quoted(3850))).toEqual(['£11.50 more for free delivery.'])
  })

  test('a visitor who has free delivery, and reaches no tier, reads nothing', async () => {
    expect(said(await quoted(5000))).toEqual([])
    expect(said(await quoted(24_999))).toEqual([])
  })

  test('one penny short is said as one penny', async () => {
    expect(said(await quoted(4999))).toEqual(['£0.01 more for free delivery.'])
  })

  test('an order at the threshold makes a visitor Silver', async () => {
    expect(said(await quoted(25_000))).toEqual(['This order makes you Silver.'])
  })

  test('an order that jumps a tier names the one it reaches', async () => {
    expect(said(await quoted(100_000))).toEqual(['This order makes you Gold.'])
  })

  test('the terms are those of the asker’s own tier: Silver’s delivery is free from £25, her voucher from £60', async () => {
    expect(said(await quoted(2000, 'silver'))).toEqual(['£5 more for free delivery.'])
    expect(said(await quoted(3850, 'silver'))).toEqual(['£21.50 more for a birthday voucher (unless used up).'])
  })

  test('a tier that is held already is not reached again', async () => {
    expect(said(await quoted(25_000, 'silver'))).toEqual([])
  })

  test('what is nearest stands before what is reached', () => {
    const body = missing(['Free delivery', '12.00', '£12 more'])
    expect(offerSentences({ ...body, reaches: { tier: 'two', name: 'Two', next: null } })).toEqual([
      { part: 'short', text: '£12 more for free delivery.' },
      { part: 'reach', text: 'This order makes you Two.' },
    ])
  })

  test('amounts are compared as amounts and not as text', () => {
    const body = missing(['A voucher', '100.00', '£100 more'], ['Wrapping', '9.00', '£9 more'])
    expect(said(body)).toEqual(['£9 more for wrapping.'])
  })

  test('perks that are equally near are named together', () => {
    const body = missing(
      ...(['Free delivery', 'VIP lounge', 'Wrapping'] as const).map((name) => [name, '10.00', '£10 more'] as const),
    )
    expect(said(body)).toEqual(['£10 more for free delivery, VIP lounge and wrapping.'])
  })

  test('a perk that more money would not bring is not offered', () => {
    expect(said(missing(['Lounge entry', null, 'again from 1 January 2027']))).toEqual([])
  })

  test('a limit on one order is no reserve, since the order is a new one', () => {
    const body = missing(['A gift', '1.00', '£1 more'])
    const limited = (per: 'order' | 'year') => ({
      ...body,
      tiers: body.tiers.map((tier) => ({
        ...tier,
        misses: tier.misses.map((miss) => ({ ...miss, terms: { limit: { count: 1, per } } })),
      })),
    })
    expect(said(limited('order'))).toEqual(['£1 more for a gift.'])
    expect(said(limited('year'))).toEqual(['£1 more for a gift (unless used up).'])
  })

  test('perks of other tiers are not offered', () => {
    expect(said({ ...missing(['Free delivery', '12.00', '£12 more']), tier: 'two' })).toEqual([])
  })
})
