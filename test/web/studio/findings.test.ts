import { beforeAll, describe, expect, test } from 'vitest'
import type { Finding } from '#program/checks/finding.ts'
import type { Content } from '../../../web/studio/edit/content.ts'
import { findingsOf, foundThereAlone } from '../../../web/studio/edit/findings-of.ts'
import { newestSince } from '../../../web/studio/edit/newest.ts'
import { setTerms } from '../../../web/studio/edit/perk-edits.ts'
import { pictureFault } from '../../../web/studio/edit/picture-fault.ts'
import { placeOfFinding } from '../../../web/studio/edit/place-of-finding.ts'
import { callDraft, takeEffect } from '../../../web/studio/edit/program-edits.ts'
import { spotId, spotIn, spotOf } from '../../../web/studio/edit/spot.ts'
import { callTier, sayOfTier, setWay, showPicture } from '../../../web/studio/edit/tier-edits.ts'
import { addLanguage, translate, translated } from '../../../web/studio/edit/translation-edits.ts'
import { amountWords, termsLine, wayWords } from '../../../web/studio/edit/value-words.ts'
import { languageTag, wordingsOf } from '../../../web/studio/edit/wordings.ts'
import { newContent } from './drafts.ts'

let start: Content
beforeAll(async () => {
  start = await newContent()
})

const ground = () => ({ before: start.document, earliest: '2027-01' })

const found = (content: Content) =>
  findingsOf(content, ground(), []).map(({ code, place }) => `${code} at ${spotOf(place)}`)

const inFrench = (text: string) => (content: Content) =>
  translate('fr', { list: 'tiers', id: 'gold', what: 'headline' }, text)(addLanguage('fr')(content))

describe('while somebody types', () => {
  test('the program of the demo shop has nothing to mend', () => {
    expect(findingsOf(start, ground(), [])).toEqual([])
  })

  test('a threshold below that of the tier below is found where it stands', () => {
    expect(found(setWay('gold', 0, { spend: '200.00' })(start))).toContain(
      'ladder_does_not_climb at /tiers/2/qualify/0',
    )
  })

  test.each([
    [null, ['no_month at /effectiveFrom']],
    ['2026-12', ['too_early at /effectiveFrom']],
    ['2027-01', []],
  ])('rules for %s are found to be %o', (month, expected) => {
    const more = setWay('gold', 0, { spend: '1200.00' })(start)
    expect(found(takeEffect(month)(more))).toEqual(expected)
    // Words have no month.
    expect(found(takeEffect(month)(sayOfTier('gold', 'headline', 'New')(start)))).toEqual([])
  })

  test('a cell that gives less than the tier below is found in the cell', () => {
    const less = setTerms('lounge', 'gold', { limit: { count: 1, per: 'year' } })(start)
    expect(found(less)).toEqual([expect.stringContaining('at /perks/4/terms/gold')])
  })

  test.each([
    [
      'a headline of 10,000 characters',
      sayOfTier('gold', 'headline', 'x'.repeat(10_000)),
      'too_long at /tiers/2/headline',
    ],
    ['a story with half a character', sayOfTier('gold', 'story', '\ud800'), 'bad_text at /tiers/2/story'],
    ['a story with a control character', sayOfTier('gold', 'story', '\u0007'), 'bad_text at /tiers/2/story'],
    ['no name', callTier('gold', '   '), 'no_text at /tiers/2/name'],
    [
      'a picture that says nothing to the blind',
      showPicture('gold', { file: 'a.png', alt: ' ', width: 4, height: 3 }),
      'no_text at /tiers/2/picture',
    ],
    ['no title', callDraft(''), 'no_text at /title'],
    [
      'a category of 101 characters',
      setTerms('lounge', 'gold', { categories: ['x'.repeat(101)] }),
      'too_long at /perks/4/terms/gold',
    ],
    ['a translation that is too long', inFrench('x'.repeat(201)), 'too_long at /translations/fr'],
  ] as const)('%s is found before it is sent', (_what, edit, expected) => {
    expect(found(edit(start))).toContain(expected)
  })

  test.each([
    ['emoji', '👩‍👩‍👧‍👦'.repeat(10)],
    ['Arabic', 'مرحبا بكم'],
    ['markup', '<script>alert(1)</script>'],
  ])('%s in a headline is words like any others', (_what, words) => {
    expect(found(sayOfTier('gold', 'headline', words)(start))).toEqual([])
  })

  test('what only the other side can judge stays as it was when it was last saved', () => {
    const saved = setWay('gold', 0, { spend: '200.00' })(start)
    const theirs: Finding[] = [
      { kind: 'warning', place: '/costs/lounge', code: 'no_cost', message: 'Nobody said.', mend: 'Say it.' },
      {
        ...{ kind: 'error', place: '/tiers/2/qualify/0', code: 'ladder_does_not_climb' },
        ...{ message: 'Mended by now.', mend: 'Ask for more.' },
      },
    ]
    const thereAlone = foundThereAlone(saved, ground(), theirs)
    expect(findingsOf(start, ground(), thereAlone).map(({ code }) => code)).toEqual(['no_cost'])
  })
})

describe('a place', () => {
  test.each([
    ['/tiers/2/qualify/0/spend', '/tiers/2/qualify/0'],
    ['/tiers/2/qualify', '/tiers/2'],
    ['/tiers/10/name', '/tiers/10/name'],
    ['/perks/1/terms/a~1b/over', '/perks/1/terms/a~1b'],
    ['/perks/1/worth', '/perks/1'],
    ['/translations/fr/tiers/gold/name', '/translations/fr'],
    ['/qualification/months', '/qualification'],
    ['/currency', ''],
    ['', ''],
  ])('%s is shown at %j', (pointer, spot) => {
    expect(spotOf(pointer)).toBe(spot)
  })

  test('of what is said about a cost is the perk', () => {
    expect(spotIn(start.document, '/costs/lounge')).toBe('/perks/4')
    expect(spotIn(start.document, '/costs/nobody')).toBe('')
  })

  test('has an id without blanks or quotes, whatever a tier is called', () => {
    expect(spotId('/perks/1/terms/a b"c')).toBe('at-perks-1-terms-a%20b%22c')
    expect(spotId('')).toBe('at-program')
  })

  test.each([
    ['/tiers/2/qualify/0/spend', 'Gold: how to reach it'],
    ['/perks/4/terms/gold/limit', 'Lounge entry for Gold'],
    ['/costs/lounge', 'Lounge entry'],
    ['/qualification/months', 'Months that count'],
    ['/translations/fr/tiers/gold/name', 'French: Gold: name'],
    ['/effectiveFrom', 'In force from'],
    ['', 'The program'],
  ])('%j is called %s', (pointer, words) => {
    expect(placeOfFinding(pointer, start)).toBe(words)
  })
})

describe('what is not right yet', () => {
  test('is shown as it was typed', () => {
    const { document } = start
    expect(wayWords({ spend: 'ten' }, document)).toBe('ten')
    expect(wayWords({}, document)).toBe('Asks for nothing yet')
    expect(termsLine({ over: '1e3' }, document)).toBe('1e3')
    expect(amountWords('-5', 'GBP')).toBe('-5')
    expect(amountWords('5', 'pounds')).toBe('5')
  })
})

describe('another language', () => {
  test('has every text of the page, and is empty where nothing is said', () => {
    const french = addLanguage('fr')(start)
    const texts = wordingsOf(french.document)
    expect(texts.length).toBe(1 + 4 * 3 + 7 * 2 + 4 + 4 * 2 + 1)
    const wording = { list: 'tiers', id: 'gold', what: 'headline' } as const
    const said = translate('fr', wording, 'Pour les fidèles')(french).document.translations?.fr ?? {}
    expect(translated(said, wording)).toBe('Pour les fidèles')
    expect(translated(said, { ...wording, id: 'silver' })).toBe('')
    expect(translate('fr', wording, '')(translate('fr', wording, 'x')(french)).document.translations?.fr).toEqual({
      tiers: {},
    })
  })

  test('has names for categories, whose own is their id', () => {
    const suits = { list: 'categories', id: 'suits', what: 'name' } as const
    const french = translate('fr', suits, 'Costumes')(addLanguage('fr')(start))
    expect(french.document.translations?.fr?.categories).toEqual({ suits: 'Costumes' })
    expect(translated(french.document.translations?.fr ?? {}, suits)).toBe('Costumes')
    expect(translate('fr', suits, '')(french).document.translations?.fr?.categories).toEqual({})
    expect(placeOfFinding('/translations/fr/categories/suits', french)).toBe('French: Category suits')
  })

  test.each([
    ['DE-at', 'de-AT'],
    [' fr ', 'fr'],
    ['<script>', null],
    ['', null],
  ])('%j as a tag is %j', (typed, tag) => {
    expect(languageTag(typed)).toBe(tag)
  })
})

test.each([
  [{ type: 'image/png', size: 1000 }, null],
  [{ type: 'image/svg+xml', size: 1000 }, 'no picture'],
  [{ type: 'image/png', size: 50_000_000 }, '50.0 MB of at most 5'],
  [{ type: 'image/png', size: 0 }, 'empty'],
])('a file of %j', (file, fault) => {
  expect(pictureFault(file)).toEqual(fault === null ? null : expect.stringContaining(fault))
})

describe('what was published since a draft was begun', () => {
  const rows = [
    { edition: 1, revision: 1, state: 'superseded' },
    { edition: 2, revision: 1, state: 'superseded' },
    { edition: 2, revision: 2, state: 'in force' },
    { edition: 3, revision: 1, state: 'withdrawn' },
  ]

  test.each([
    [{ edition: 2, revision: 2 }, null],
    [
      { edition: 2, revision: 1 },
      { edition: 2, revision: 2 },
    ],
    [
      { edition: 1, revision: 1 },
      { edition: 2, revision: 2 },
    ],
  ])('from %o is %o', (base, newest) => {
    expect(newestSince(rows, base)).toEqual(newest)
  })
})
