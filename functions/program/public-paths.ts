import type { ProgramDocument } from './document.ts'
import { languagesOf } from './localized.ts'

/** The pages that there are in every language of a program. */
export const publicPaths = ({ tiers }: Pick<ProgramDocument, 'tiers'>): readonly string[] => [
  ...['/', '/perks', '/promise', '/changes', '/404'],
  ...tiers.map(({ id }) => `/tiers/${id}`),
]

/** Where a public page is found in a language: "/perks" → "/de/perks", "/#tiers" → "/de#tiers". Its own has no prefix. */
export function pathIn(language: string, path: string, document: ProgramDocument): string {
  if (language === languagesOf(document)[0]) return path
  return `/${language}${path === '/' ? '' : path.replace(/^\/#/, '#')}`
}
