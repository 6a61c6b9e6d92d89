import type { ProgramDocument } from '#program/document.ts'
import { languageName } from '../edit/place-words.ts'

/** What is looked at, by whom and when. */
export interface Looking {
  /** "/perks", in the language of the program. */
  readonly page: string
  /** A BCP 47 tag; '' for the language that the program is written in. */
  readonly language: string
  /** "anyone", the id of a tier, or "member". */
  readonly as: string
  /** The id of a member, where it is as seen by one. */
  readonly member: string
  /** "2027-03-01"; '' for today. */
  readonly on: string
}

type Choices = readonly (readonly [string, string])[]

/** Every page that customers have, as a list to choose from. */
export const pagesToSee = ({ tiers }: ProgramDocument): Choices => [
  ['/', 'Tiers'],
  ['/perks', 'Perks'],
  ['/promise', 'Promise'],
  ...tiers.map(({ id, name }) => [`/tiers/${encodeURIComponent(id)}`, `The page of ${name}`] as const),
  ['/simulator', 'Simulator'],
  ['/changes', 'Changes'],
  ['/standing', 'Your standing'],
]

export const eyesToSeeWith = ({ tiers }: ProgramDocument): Choices => [
  ['anyone', 'Anyone'],
  ...tiers.map(({ id, name }) => [id, `Somebody who is ${name}`] as const),
  ['member', 'A member'],
]

export const languagesToSee = ({ language = 'en', translations = {} }: ProgramDocument): Choices => [
  ['', languageName(language)],
  ...Object.keys(translations).map((tag) => [tag, languageName(tag)] as const),
]

/** Where the preview of a draft is read, below /api/v1. A member without an id is anyone. */
export function previewPath(draft: string, { page, language, as, member, on }: Looking): string {
  const path = language === '' ? page : `/${encodeURIComponent(language)}${page}`
  const eyes = as === 'member' ? member.trim() : as === 'anyone' ? '' : as
  const query = new URLSearchParams({ ...(eyes !== '' && { as: eyes }), ...(on !== '' && { on }) })
  const asked = query.size === 0 ? '' : `?${query}`
  return `/studio/drafts/${encodeURIComponent(draft)}/preview${path}${asked}`
}
