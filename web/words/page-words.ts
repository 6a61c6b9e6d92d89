import { ENGLISH_PAGES, type PageWords } from './english.ts'
import { GERMAN_PAGES } from './german.ts'

/** The words of the public pages in a language by its tag; English where nobody has written them yet. */
export const pageWords = (language: string): PageWords => (/^de(?:-|$)/i.test(language) ? GERMAN_PAGES : ENGLISH_PAGES)
