import type { ProgramDocument } from '#program/document.ts'
import { languageName } from '../edit/place-words.ts'

/** What is looked at, by whom and when. */
export interface Looking {
  /** "/perks", in the language of the program. */
  readonly page: string
  /** A BCP 47 tag; '' for the language that the program is written in. */
  readonly language: string
  /** The id of a tier; '' for anyone. */
  readonly as: string
  /** "2027-03-01"; '' for today. */
  readonly on: string
}

type Choices = readonly (readonly [string, string])[]

/** Every page that everybody sees; what is a member's own has nobody's figures here. */
export const pagesToSee = ({ tiers }: ProgramDocument): Choices => [
  ['/', 'Tiers'],
  ['/perks', 'Perks'],
  ['/promise', 'Promise'],
  ...tiers.map(({ id, name }) => [`/tiers/${encodeURIComponent(id)}`, `The page of ${name}`] as const),
  ['/simulator', 'Simulator'],
  ['/changes', 'Changes'],
]

export const eyesToSeeWith = ({ tiers }: ProgramDocument): Choices => [
  ['', 'Anyone'],
  ...tiers.map(({ id, name }) => [id, name] as const),
]

export const languagesToSee = ({ language = 'en', translations = {} }: ProgramDocument): Choices => [
  ['', languageName(language)],
  ...Object.keys(translations).map((tag) => [tag, languageName(tag)] as const),
]

/** Where the preview of a draft is read, below /api/v1. */
export function previewPath(draft: string, { page, language, as, on }: Looking): string {
  const path = language === '' ? page : `/${encodeURIComponent(language)}${page}`
  const query = new URLSearchParams({ ...(as !== '' && { as }), ...(on !== '' && { on }) })
  const asked = query.size === 0 ? '' : `?${query}`
  return `/studio/drafts/${encodeURIComponent(draft)}/preview${path}${asked}`
}

/** What a link of a page leads to, "/de/perks"; to nothing else where there is no such page to see. */
export function ledTo(path: string, document: ProgramDocument): Partial<Looking> {
  const language = Object.keys(document.translations ?? {}).find((tag) => `${path}/`.startsWith(`/${tag}/`)) ?? ''
  const page = (language === '' ? path : path.slice(language.length + 1)) || '/'
  return pagesToSee(document).some(([known]) => known === page) ? { page, language } : {}
}
