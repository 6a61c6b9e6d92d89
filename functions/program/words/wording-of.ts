import { ENGLISH } from './english.ts'
import { GERMAN } from './german.ts'
import type { Wording } from './wording.ts'

/** The wording for a language by its BCP 47 tag ("de", "de-AT"); English for one that nobody has written yet. */
export const wordingOf = (language: string): Wording => (/^de(?:-|$)/i.test(language) ? GERMAN : ENGLISH)
