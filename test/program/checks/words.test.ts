import { describe, expect, test } from 'vitest'
import { checkProgram } from '#program/checks/check-program.ts'
import type { Translation } from '#program/document.ts'
import { type Draft, demoDocument } from './demo-document.ts'

const inOneLanguage = (change: (draft: Draft) => void = () => {}) =>
  demoDocument((draft) => {
    delete draft.translations
    change(draft)
  })
const findings = (change: (draft: Draft) => void) =>
  checkProgram({ document: inOneLanguage(change), costs: {}, before: null }).filter(({ code }) => code !== 'no_cost')
const told = (change: (draft: Draft) => void) =>
  findings(change).map(({ kind, place, code }) => `${kind} ${place} ${code}`)

const german = (): Translation => {
  const { name, standards, tiers, plans = [], perks } = inOneLanguage()
  const byId = <T extends { readonly id: string }>(things: readonly T[], ...fields: (keyof T)[]) =>
    Object.fromEntries(
      things.map((thing) => [thing.id, Object.fromEntries(fields.map((field) => [field, thing[field]]))]),
    )
  return {
    ...{
      name,
      standards: byId(standards, 'name', 'text'),
      plans: byId(plans, 'name'),
      perks: byId(perks, 'name', 'text'),
    },
    tiers: byId(tiers, 'name', 'headline', 'story'),
    categories: { suits: 'Anzüge', shirts: 'Hemden', dresses: 'Kleider', coats: 'Mäntel' },
  }
}

describe('figures in prose', () => {
  const story = (text: string, field = 'story') =>
    findings((draft) => (draft.tiers[2][field] = text)).map(
      ({ place, message, mend }) => `${place}: ${message} ${mend}`,
    )

  test('that a rule has, in whichever way they are written', () => {
    for (const text of [
      'From £1,000 or 12 orders and £500 in 12 months.',
      'From GBP 1000.00, from 1000 £, from 1’000 GBP, from 1.000,00 £.',
      'Two lounges, open 24/7 from 9:30, since 1987, on the 1st and for 20 % less, in 1 place.',
      'Read [all terms](https://example.com/99).',
      '7. First\n8. Second',
    ]) {
      expect(story(text)).toEqual([])
    }
  })

  test('that no rule has are told with the one that was probably meant', () => {
    expect(story('From £1,100 or 13 orders.')).toEqual([
      '/tiers/2/story: This says “£1,100” and “13”, and no rule does. Write what a rule says, such as £1,000, or take the figure out.',
    ])
    expect(story('From 900 €.', 'headline')).toEqual([
      '/tiers/2/headline: This says “900 €”, and no rule does. Write what a rule says, such as £1,000, or take the figure out.',
    ])
  })

  test('of perks and in other languages', () => {
    const words = {
      de: { ...german(), tiers: { ...german().tiers, gold: { name: 'Gold', headline: 'x', story: 'Ab 1.100 £.' } } },
    }
    expect(told((d) => (d.translations = words))).toEqual([
      'warning /translations/de/tiers/gold/story figure_without_rule',
    ])
    expect(told((d) => (d.perks[4].text = '41 armchairs.'))).toEqual(['warning /perks/4/text figure_without_rule'])
  })
})

describe('stories', () => {
  const codes = (text: string) =>
    findings((draft) => (draft.tiers[1].story = text)).map(({ kind, code }) => `${kind} ${code}`)

  test.each([
    ['[perks](/perks)'],
    ['[mail](mailto:a@example.com)'],
    ['[below](#terms)'],
    ['<https://example.com>'],
    ['a < b and c > d, `<b>`'],
    ['[x]: https://example.com "Title"'],
  ])('%s is fine', (text) => {
    expect(codes(text)).toEqual([])
  })

  test.each([
    ['Hello <script>alert(1)</script>', 'raw_html'],
    ['<img src=x onerror=alert(1)>', 'raw_html'],
    ['</div', 'raw_html'],
    ['<!-- note -->', 'raw_html'],
    ['[x](javascript:alert(1))', 'bad_link'],
    ['[x](<javascript:alert(1)>)', 'bad_link'],
    ['[x]( JaVaScRiPt:alert(1))', 'bad_link'],
    ['[x](javascript&#58;alert(1))', 'bad_link'],
    ['[x](data:text/html,hi)', 'bad_link'],
    ['[x](//elsewhere.example)', 'bad_link'],
    ['[x](http://example.com)', 'bad_link'],
    ['see http://example.com', 'bad_link'],
    ['<javascript:alert(1)>', 'bad_link'],
    ['[x]: vbscript:x', 'bad_link'],
    ['[x]()', 'bad_link'],
  ])('%s is refused', (text, code) => {
    expect(codes(text)).toContain(`error ${code}`)
  })

  test('ten thousand characters of anything are read at once', () => {
    for (const piece of ['<', '[', '](', '`', '1,', '£', '<a ', '\n[x]:', '](<', "1'", '![](']) {
      expect(() => codes(piece.repeat(10_000 / piece.length))).not.toThrow()
    }
  })
})

test('a headline can be taken in at a glance', () => {
  expect(findings((d) => (d.tiers[1].headline = '😀'.repeat(80)))).toEqual([])
  expect(findings((d) => (d.tiers[1].headline = 'a'.repeat(83)))).toEqual([
    expect.objectContaining({
      kind: 'warning',
      place: '/tiers/1/headline',
      mend: 'Leave out 3, and let the story say the rest.',
    }),
  ])
})

describe('pictures', () => {
  const picture = (change: object) =>
    told(
      (d) => (d.tiers[1].picture = { file: '3f9ac1d07be4.webp', alt: 'A chair.', width: 800, height: 600, ...change }),
    )

  test('are told to those who do not see them', () => {
    expect(picture({})).toEqual([])
    expect(picture({ alt: ' ' })).toEqual(['error /tiers/1/picture/alt no_alt'])
  })

  test.each(['../secret.webp', 'https://example.com/a.webp', 'a.svg', 'A.webp', '.webp'])('%s is none', (file) => {
    expect(picture({ file })).toEqual(['error /tiers/1/picture/file unknown_picture'])
  })
})

describe('languages', () => {
  const inLanguage = (tag: string) => told((d) => (d.translations = { [tag]: german() }))

  test('that exist, written as they are written', () => {
    for (const tag of ['de', 'de-AT', 'pt-BR', 'zh-Hant']) expect(inLanguage(tag)).toEqual([])
    for (const tag of ['DE', 'xq', 'german', 'de_DE', '', 'constructor'])
      expect(inLanguage(tag)).toEqual([`error /translations/${tag} bad_language`])
    expect(inLanguage('en')).toEqual(['error /translations/en own_language'])
    expect(told((d) => (d.language = 'klingon'))).toEqual(['error /language bad_language'])
  })

  test('with every word that there is', () => {
    expect(told((d) => (d.translations = { de: {} })).length).toBe(4 * 2 + 4 * 2 + 7 * 2 + 4)
    expect(
      told((d) => {
        d.translations = { de: german() }
        d.translations.de.tiers.gold.story = ' '
        delete d.translations.de.perks.lounge.text
        d.tiers[0].picture = { file: 'a.webp', alt: 'A chair.', width: 1, height: 1 }
      }),
    ).toEqual([
      'warning /translations/de/tiers/member/alt no_translation',
      'warning /translations/de/tiers/gold/story no_translation',
      'warning /translations/de/perks/lounge/text no_translation',
    ])
  })

  test('and with none of what there is not', () => {
    expect(
      told((d) => {
        d.translations = { de: german() }
        d.translations.de.tiers.bronze = { name: 'Bronze' }
        d.translations.de.perks.constructor = { name: 'x' }
        d.translations.de.categories.hats = 'Hüte'
      }),
    ).toEqual([
      'error /translations/de/tiers/bronze unknown_id',
      'error /translations/de/perks/constructor unknown_id',
      'error /translations/de/categories/hats unknown_id',
    ])
  })
})

describe('figures of a standard, which everybody was promised', () => {
  const gone = (change: (draft: Draft) => void) =>
    checkProgram({ document: demoDocument(change), costs: {}, before: demoDocument() })
      .filter(({ code }) => code === 'standard_figure_changed')
      .map(({ kind, place, message }) => `${kind} ${place} ${message}`)

  test('that are others are asked about, in every language', () => {
    expect(gone((draft) => (draft.standards[1].text = 'You have 3 days to change your mind.'))).toEqual([
      'warning /standards/1/text “30” was promised to everybody here, and is no longer said.',
    ])
    expect(gone((draft) => (draft.translations.de.standards.returns.text = 'Drei Tage Bedenkzeit.'))).toEqual([
      'warning /translations/de/standards/returns/text “30” was promised to everybody here, and is no longer said.',
    ])
  })

  test('that are said in another way or place are not', () => {
    expect(gone((draft) => (draft.standards[1].text = 'Change your mind within 30 days.'))).toEqual([])
    expect(gone((draft) => draft.standards.reverse())).toEqual([])
  })
})
