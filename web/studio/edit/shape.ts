import { type Finding, place } from '#program/checks/finding.ts'
import type { PerkDocument, Picture, ProgramDocument, Translation } from '#program/document.ts'
import type { Content } from './content.ts'

/** The longest texts that can be kept, in characters. */
export const LONGEST = { title: 100, name: 100, headline: 200, words: 10_000, alt: 300, explanation: 1000 } as const

/** The same by what a text is of a thing. */
export const LENGTHS: Readonly<Record<string, number>> = {
  name: LONGEST.name,
  headline: LONGEST.headline,
  alt: LONGEST.alt,
  story: LONGEST.words,
  text: LONGEST.words,
}

/** A text, where it stands, and how long it may be. */
interface Text {
  readonly at: string
  readonly text: string
  readonly longest: number
  /** What to do when it is empty; null: it may be. */
  readonly ifEmpty: string | null
}

/** What keeps a draft from being saved, or leaves something without a name. Each finding is about one text. */
export function checkShape(content: Content): readonly Finding[] {
  const title = { at: place('title'), text: content.title, longest: LONGEST.title, ifEmpty: NAME }
  return [title, ...textsOf(content.document), ...explanationsOf(content)].flatMap(faultsOf)
}

const NAME = 'Write a name.'

const faultsOf = ({ at, text, longest, ifEmpty }: Text): readonly Finding[] => {
  const length = [...text].length
  if (ifEmpty && text.trim() === '') return [error(at, 'no_text', 'Nothing stands here yet.', ifEmpty)]
  if (length > longest) {
    const mend = `Shorten it by ${(length - longest).toLocaleString('en-GB')}.`
    return [
      error(
        at,
        'too_long',
        `This has ${length.toLocaleString('en-GB')} characters of at most ${longest.toLocaleString('en-GB')}.`,
        mend,
      ),
    ]
  }
  // Line breaks and tabs are text; half a character and other controls are none.
  if (text.isWellFormed() && !/[^\P{Cc}\n\t]/u.test(text)) return []
  return [
    error(at, 'bad_text', 'This contains characters that cannot be shown.', 'Type the words instead of pasting them.'),
  ]
}

const error = (at: string, code: string, message: string, mend: string): Finding => ({
  ...{ kind: 'error', place: at, code, message, mend },
})

function textsOf({ name, tiers, perks, standards, plans = [], translations = {} }: ProgramDocument): readonly Text[] {
  const needed = (at: string, text: string): Text => ({ at, text, longest: LONGEST.name, ifEmpty: NAME })
  const words = (at: string, text = '', longest: number = LONGEST.words): Text => ({
    at,
    text,
    longest,
    ifEmpty: null,
  })
  return [
    needed(place('name'), name),
    ...tiers.flatMap((tier, index) => [
      needed(place('tiers', index, 'name'), tier.name),
      words(place('tiers', index, 'headline'), tier.headline, LONGEST.headline),
      words(place('tiers', index, 'story'), tier.story),
      ...(tier.picture ? [altOf(place('tiers', index, 'picture'), tier.picture)] : []),
    ]),
    ...perks.flatMap((perk, index) => [
      needed(place('perks', index, 'name'), perk.name),
      words(place('perks', index, 'text'), perk.text),
    ]),
    ...standards.flatMap((standard, index) => [
      needed(place('standards', index, 'name'), standard.name),
      words(place('standards', index, 'text'), standard.text),
    ]),
    ...plans.map((plan, index) => needed(place('plans', index, 'name'), plan.name)),
    ...perks.flatMap(categoriesOf),
    ...Object.entries(translations).flatMap(([language, said]) =>
      translatedTexts(place('translations', language), said),
    ),
  ]
}

const altOf = (at: string, { alt }: Picture): Text => ({
  ...{ at, text: alt, longest: LONGEST.alt, ifEmpty: 'Say what the picture shows, for those who do not see it.' },
})

/** A category is an id that the shop's tills know: it is as long as any. */
const categoriesOf = ({ terms }: PerkDocument, index: number): readonly Text[] =>
  Object.entries(terms).flatMap(([tier, { categories = [] }]) =>
    categories.map((text) => ({
      ...{ at: place('perks', index, 'terms', tier, 'categories'), text, longest: LONGEST.name, ifEmpty: null },
    })),
  )

function translatedTexts(at: string, { name = '', categories = {}, ...lists }: Translation): readonly Text[] {
  const text = (where: string, what: string, said: string): Text => ({
    ...{ at: where, text: said, longest: LENGTHS[what] ?? LONGEST.words, ifEmpty: null },
  })
  const said = Object.entries(lists).flatMap(([list, things]) =>
    Object.entries(things).flatMap(([id, texts]) =>
      Object.entries(texts as Readonly<Record<string, string>>).map(([what, words]) =>
        text(at + place(list, id, what), what, words),
      ),
    ),
  )
  const called = Object.entries(categories).map(([id, words]) => text(at + place('categories', id), 'headline', words))
  return [text(`${at}/name`, 'name', name), ...said, ...called]
}

const explanationsOf = ({ explanations }: Content): readonly Text[] =>
  Object.entries(explanations).map(([warning, text]) => ({
    ...{ at: warning.slice(warning.indexOf(' ') + 1), text, longest: LONGEST.explanation, ifEmpty: null },
  }))
