import { expect, test } from 'vitest'
import { kindOfChange } from '#program/changes/kind-of-change.ts'
import { wordChanges } from '#program/changes/word-changes.ts'
import { type Draft, demoDocument } from './checks/demo-document.ts'

const inEnglish = (draft: Draft) => delete draft.translations
const told = (change: (draft: Draft) => void) =>
  wordChanges(
    demoDocument(inEnglish),
    demoDocument((draft) => {
      inEnglish(draft)
      change(draft)
    }),
  )

const CASES: readonly [string, (draft: Draft) => void, readonly string[]][] = [
  ['nothing', () => {}, []],
  [
    'what the program is called',
    (d) => (d.name = 'Fair'),
    ['The program is called “Fair” instead of “Fairweather Rewards”.'],
  ],
  [
    'a tier',
    (d) => Object.assign(d.tiers[2], { name: 'Amber', headline: 'New.', story: 'New.' }),
    ['Gold is called Amber.', 'Amber: the headline and the story are changed.'],
  ],
  [
    'a picture',
    (d) => (d.tiers[1].picture = { file: 'a.webp', alt: 'A chair.', width: 1, height: 1 }),
    ['Silver: the picture is changed.'],
  ],
  ['a perk', (d) => (d.perks[4].text = 'A sofa.'), ['Lounge entry: the text is changed.']],
  ['a plan', (d) => (d.plans[0].name = 'Plus'), ['Fairweather Plus is called Plus.']],
  ['a standard', (d) => (d.standards[1].text = 'Always.'), ['Free returns: the text is changed.']],
  [
    'languages',
    (d) => Object.assign(d, { language: 'en-GB', translations: { de: {} } }),
    ['The document itself is in “en-GB” instead of “en”.', 'There are words in “de”.'],
  ],
]

test.each(CASES)('%s is told in words, and is no rule', (_, change, sentences) => {
  expect(told(change)).toEqual(sentences)
  const [before, after] = [demoDocument(inEnglish), demoDocument((draft) => [inEnglish(draft), change(draft)])]
  expect(kindOfChange(before, after)).toBe(sentences.length === 0 ? 'nothing' : 'words')
})

test('a language whose words are changed, or taken out, is named', () => {
  const german = (words: object) => demoDocument((draft) => (draft.translations = { de: words }))
  expect(wordChanges(german({ name: 'A' }), german({ name: 'B' }))).toEqual(['The words in “de” are changed.'])
  expect(wordChanges(german({}), demoDocument(inEnglish))).toEqual(['There are no words in “de” any more.'])
})

test('rules, and what came or went, are not told as words', () => {
  expect(
    told((draft) => {
      draft.tiers[1].qualify[0].spend = '300.00'
      draft.perks.pop()
      draft.standards.push({ id: 'new', name: 'New', text: 'New.' })
    }),
  ).toEqual([])
})
