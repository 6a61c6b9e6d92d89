import { ENGLISH_TELLING } from './english-telling.ts'
import { GERMAN_TELLING } from './german-telling.ts'
import type { Telling } from './telling.ts'

/** How a language tells, by its BCP 47 tag ("de", "de-AT"); English for one that nobody has written yet. */
export const tellingOf = (language: string): Telling =>
  /^de(?:-|$)/i.test(language) ? GERMAN_TELLING : ENGLISH_TELLING
