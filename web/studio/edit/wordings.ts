import type { ProgramDocument } from '#program/document.ts'
import type { Wording } from './translation-edits.ts'

/** A text as it stands in the document's own language. */
export interface Original {
  /** Null: the program's name. */
  readonly wording: Wording | null
  readonly text: string
}

/** Every text of a document that can be said in another language, in the order of the page. */
export function wordingsOf({ name, tiers, perks, standards, plans = [] }: ProgramDocument): readonly Original[] {
  const texts: Original[] = [
    { wording: null, text: name },
    ...tiers.flatMap(({ id, name, headline, story, picture }) => [
      ...said('tiers', id, { name, headline, story, alt: picture?.alt }),
    ]),
    ...perks.flatMap(({ id, name, text }) => said('perks', id, { name, text })),
    ...categoriesOf(perks).map((id) => ({ wording: { list: 'categories', id, what: 'name' } as const, text: id })),
    ...standards.flatMap(({ id, name, text }) => said('standards', id, { name, text })),
    ...plans.flatMap(({ id, name }) => said('plans', id, { name })),
  ]
  return texts.filter(({ text }) => text !== '')
}

const categoriesOf = (perks: ProgramDocument['perks']): readonly string[] => [
  ...new Set(perks.flatMap(({ terms }) => Object.values(terms).flatMap(({ categories = [] }) => categories))),
]

const said = (
  list: Wording['list'],
  id: string,
  texts: { readonly [What in Wording['what']]?: string | undefined },
): readonly Original[] =>
  Object.entries(texts).map(([what, text]) => ({
    wording: { list, id, what: what as Wording['what'] },
    text: text ?? '',
  }))

/** The tag of a language as it is written in full ("DE-at" → "de-AT"); null for what is none. */
export function languageTag(typed: string): string | null {
  try {
    return Intl.getCanonicalLocales(typed.trim())[0] ?? null
  } catch {
    return null
  }
}
