import type { ProgramDocument } from '#program/document.ts'
import { languagesOf } from '#program/localized.ts'
import { pathIn, publicPaths } from '#program/public-paths.ts'
import type { PageWords } from './words/english.ts'
import { pageWords } from './words/page-words.ts'

/** In which language a page speaks, and where its links lead. */
export interface PageSetting {
  readonly language: string
  readonly words: PageWords
  /** Whether it is there for everybody, in every language; else it is a member's own, or for the shop's people. */
  readonly isPublic: boolean
  /** The address of a public page in the same language. */
  link(path: string): string
  /** The page in every language; empty where it speaks one alone. */
  readonly alternates: readonly Alternate[]
}

interface Alternate {
  readonly language: string
  readonly name: string
  readonly path: string
}

/** A member's own pages, and those of the shop's people, are in English, whatever their program speaks. */
const OWN_PAGES = 'en'

/** `path` is the page's own, without a language. */
export function pageSetting({ edition: { document }, language }: App.Locals, path: string): PageSetting {
  const isPublic = publicPaths(document).includes(path)
  return {
    language,
    isPublic,
    words: pageWords(isPublic ? language : OWN_PAGES),
    link: (to) => pathIn(language, to, document),
    alternates: isPublic && path !== '/404' ? alternatesOf(path, document) : [],
  }
}

const alternatesOf = (path: string, document: ProgramDocument): readonly Alternate[] =>
  languagesOf(document).map((language) => ({
    language,
    name: nameOf(language),
    path: pathIn(language, path, document),
  }))

/** As those who speak it call it: "Deutsch". */
function nameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}
