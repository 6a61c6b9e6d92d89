import { describe, expect, it } from 'vitest'
import { changesOf } from '#program/changes.ts'
import type { QualificationTerms } from '#program/document.ts'
import { languagesOf, localized } from '#program/localized.ts'
import { dayWords } from '#program/words/date-words.ts'
import { GERMAN_TELLING as GERMAN } from '#program/words/german-telling.ts'
import { moneyWords } from '#program/words/money-words.ts'
import { type RowContext, rowWords } from '#program/words/row-words.ts'
import { tellingOf } from '#program/words/telling-of.ts'
import { termsWords } from '#program/words/terms-words.ts'
import { OTHER_EDITION } from '../../publisher/programs.ts'

const SLIDING: QualificationTerms = { period: 'sliding', months: 12, keep: 1, softLanding: true }
const CONTEXT: RowContext = {
  qualification: SLIDING,
  currency: 'GBP',
  plans: [{ id: 'plus', name: 'Fairweather Plus', price: '49.00', per: 'year' }],
}
/** Intl parts an amount from its sign by a space that does not break. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('in German', () => {
  it('an amount and a day are written as Germans write them', () => {
    expect(plain(moneyWords('1234.50', 'GBP', GERMAN.locale))).toBe('1.234,50 £')
    expect(dayWords('2027-03-31', GERMAN.locale)).toBe('31. März 2027')
  })

  it.each([
    [{ spend: '1000.00' }, 'Einkäufe für 1.000 £ in 12 Monaten'],
    [{ orders: 12, spend: '500.00' }, '12 Bestellungen und 500 £ in 12 Monaten'],
    [{ orders: 1 }, '1 Bestellung in 12 Monaten'],
    [{ plan: 'plus' }, 'Fairweather Plus, 49 £ im Jahr'],
    [{ balance: '5000.00', months: 3 }, 'Guthaben von 5.000 £ für 3 Monate'],
    [{ lifetimeSpend: '10000.00', spend: '1000.00' }, 'Einkäufe für 10.000 £ gesamt und 1.000 £ in 12 Monaten'],
  ])('a way of qualifying is a phrase: %j', (row, words) => {
    expect(plain(rowWords(row, CONTEXT, GERMAN))).toBe(words)
  })

  it.each([
    [{}, 'Immer'],
    [{ over: '25.00' }, 'Bei Bestellungen ab 25 £'],
    [{ limit: { count: 1, per: 'year' } }, 'Einmal im Jahr'],
    [
      { limit: { count: 2, per: 'quarter' }, categories: ['Anzüge', 'Hemden'] },
      '2-mal im Quartal, für Anzüge und Hemden',
    ],
    [{ limit: { count: 3, per: 'ever' } }, 'Insgesamt 3-mal'],
  ] as const)('the terms of a perk are a phrase: %j', (terms, words) => {
    expect(plain(termsWords(terms, 'GBP', GERMAN))).toBe(words)
  })

  it.each([
    [
      SLIDING,
      'Es zählen die letzten 12 Kalendermonate, der laufende eingeschlossen. Am Ende jedes Monats fällt der älteste weg.',
    ],
    [
      { ...SLIDING, period: 'calendar', months: 6, startsIn: 2 },
      'Gezählt wird von vorn am 1. Februar und am 1. August, jeweils 6 Monate lang.',
    ],
    [
      { ...SLIDING, period: 'anniversary', months: 1 },
      'Gezählt wird jeden Monat von vorn, von dem Monat an, in dem Sie beigetreten sind oder zum ersten Mal gekauft haben.',
    ],
  ] as const)('the rule of counting is a sentence: %j', (terms, sentence) => {
    expect(GERMAN.window(terms)).toBe(sentence)
  })

  it('a change is told with the day from which it holds', () => {
    const before = OTHER_EDITION.document
    const tiers = before.tiers.map((tier) =>
      tier.id === 'river' ? { ...tier, qualify: [{ spend: '900000' }, { plan: 'boat' }] } : tier,
    )
    const [change, ...more] = changesOf(before, { ...before, tiers }, '2031-09', GERMAN)
    expect(plain(change ?? '')).toBe(
      'River: Einkäufe in 6 Monaten ab Februar oder August 900.000 ¥ statt 880.088 ¥, ab 1. September 2031. Wer dann River ist, bleibt es bis zum eigenen Datum.',
    )
    expect(more).toEqual([])
  })
})

describe('a program in another language', () => {
  const document = {
    ...OTHER_EDITION.document,
    translations: { de: { name: 'Kawa-Klub', tiers: { river: { name: 'Fluss' } }, perks: { ferry: { name: '' } } } },
  }

  it('has the words that are given in it, and its own where none are', () => {
    const german = localized(document, 'de')
    expect(german.name).toBe('Kawa-Klub')
    expect(german.tiers.map(({ name }) => name)).toEqual(['Reed', 'Stone', 'Fluss'])
    expect(german.perks[0]?.name).toBe('The ferry')
    expect(german.tiers[2]?.qualify).toEqual(document.tiers[2]?.qualify)
  })

  it('names its own language first, and each once', () => {
    expect(languagesOf(document)).toEqual(['en', 'de'])
    expect(languagesOf({ ...document, language: 'de' })).toEqual(['de'])
    expect(localized(document, 'constructor')).toBe(document)
  })

  it('is worded in English where nobody has written its language', () => {
    expect(['de', 'de-AT', 'fr', 'den'].map((tag) => tellingOf(tag).locale)).toEqual([
      'de-DE',
      'de-DE',
      'en-GB',
      'en-GB',
    ])
  })
})
