import type { PerkTerms, ProgramDocument, Translation } from './document.ts'

/** The languages of a program by BCP 47 tag, its own first. */
export const languagesOf = ({ language = 'en', translations = {} }: ProgramDocument): readonly string[] => [
  language,
  ...Object.keys(translations).filter((tag) => tag !== language),
]

/** The document with its words in one of its languages; what is not said in it stays in the document's own. */
export function localized(document: ProgramDocument, language: string): ProgramDocument {
  const words = own(document.translations, language)
  if (!words || language === (document.language ?? 'en')) return document
  return {
    ...document,
    ...(words.name && { name: words.name }),
    standards: document.standards.map((standard) => said(standard, own(words.standards, standard.id))),
    tiers: document.tiers.map((tier) => {
      const { alt, ...texts } = own(words.tiers, tier.id) ?? {}
      const picture = tier.picture && { ...tier.picture, alt: alt || tier.picture.alt }
      return { ...said(tier, texts), ...(picture && { picture }) }
    }),
    perks: document.perks.map((perk) => ({
      ...said(perk, own(words.perks, perk.id)),
      terms: Object.fromEntries(Object.entries(perk.terms).map(([id, terms]) => [id, inWords(terms, words)])),
    })),
    ...(document.plans && { plans: document.plans.map((plan) => said(plan, own(words.plans, plan.id))) }),
  }
}

/** A tag or an id may be "constructor": only what the document itself says counts. */
const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined

/** An empty text is one that nobody has written. */
function said<T extends object>(thing: T, texts: Partial<T> | undefined): T {
  return { ...thing, ...Object.fromEntries(Object.entries(texts ?? {}).filter(([, text]) => text)) }
}

const inWords = ({ categories, ...terms }: PerkTerms, words: Translation): PerkTerms => ({
  ...terms,
  ...(categories && { categories: categories.map((category) => own(words.categories, category) || category) }),
})
