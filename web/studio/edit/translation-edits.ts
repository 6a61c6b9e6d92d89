import type { ProgramDocument, Translation } from '#program/document.ts'
import { type Edit, inDocument } from './content.ts'
import { withKey, withoutKey, withText } from './things.ts'

/** The lists of the document whose words can be translated; categories have a name alone, and their id is the original. */
export type TranslatedList = 'standards' | 'tiers' | 'plans' | 'perks' | 'categories'

/** A text that can be translated: one of a thing in a list, or the name of the program. */
export interface Wording {
  readonly list: TranslatedList
  readonly id: string
  readonly what: 'name' | 'headline' | 'story' | 'alt' | 'text'
}

export const addLanguage = (language: string): Edit =>
  inDocument((document) =>
    Object.hasOwn(document.translations ?? {}, language)
      ? document
      : { ...document, translations: withKey(document.translations ?? {}, language, {}) },
  )

export const removeLanguage = (language: string): Edit =>
  inDocument(({ translations = {}, ...document }) => {
    const left = withoutKey(translations, language)
    return Object.keys(left).length > 0 ? { ...document, translations: left } : document
  })

/** Says a text in another language; an empty one leaves it as it is in the document's own. Null: the program's name. */
export const translate = (language: string, wording: Wording | null, text: string): Edit =>
  inDocument((document) => {
    const translations = document.translations ?? {}
    if (!Object.hasOwn(translations, language)) return document
    const translation = translations[language] ?? {}
    const said = wording ? withWording(translation, wording, text) : withText(translation, 'name', text)
    return { ...document, translations: withKey(translations, language, said) }
  })

/** The text as it is said in another language; '' when it is not. */
export function translated(translation: Translation, wording: Wording | null): string {
  if (!wording) return translation.name ?? ''
  if (wording.list === 'categories') {
    const { categories = {} } = translation
    return (Object.hasOwn(categories, wording.id) ? categories[wording.id] : '') ?? ''
  }
  const things: Things = translation[wording.list] ?? {}
  return (Object.hasOwn(things, wording.id) ? things[wording.id]?.[wording.what] : '') ?? ''
}

/** What is gone needs no words in any language. */
export function forgetTranslations(
  document: ProgramDocument,
  list: Exclude<TranslatedList, 'categories'>,
  id: string,
): ProgramDocument {
  if (!document.translations) return document
  const translations = Object.fromEntries(
    Object.entries(document.translations).map(([language, translation]) => {
      const things = translation[list]
      return [language, things ? { ...translation, [list]: withoutKey(things as Things, id) } : translation]
    }),
  )
  return { ...document, translations }
}

type Things = Readonly<Record<string, Readonly<Partial<Record<Wording['what'], string>>>>>

function withWording(translation: Translation, { list, id, what }: Wording, text: string): Translation {
  if (list === 'categories') {
    const { categories = {} } = translation
    return { ...translation, categories: text === '' ? withoutKey(categories, id) : withKey(categories, id, text) }
  }
  const things: Things = translation[list] ?? {}
  const thing = withText(Object.hasOwn(things, id) ? (things[id] ?? {}) : {}, what, text)
  const isEmpty = Object.keys(thing).length === 0
  return { ...translation, [list]: isEmpty ? withoutKey(things, id) : withKey(things, id, thing) }
}
