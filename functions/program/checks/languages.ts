import { type Finding, place } from './finding.ts'
import type { Subject } from './subject.ts'

/** Every language is one, is written as BCP 47 has it, and stands once. */
export function checkLanguages({ document }: Subject): Finding[] {
  const { language, translations = {} } = document
  const own = language ?? 'en'
  return [
    ...(language === undefined ? [] : checkTag(language, place('language'))),
    ...Object.keys(translations).flatMap((tag) => {
      const at = place('translations', tag)
      return tag === own ? [ownLanguage(at, tag)] : checkTag(tag, at)
    }),
  ]
}

function checkTag(tag: string, at: string): Finding[] {
  const canonical = canonicalTag(tag)
  if (canonical === tag) return []
  return [
    {
      ...{ kind: 'error', place: at, code: 'bad_language' },
      message: `${JSON.stringify(tag.slice(0, 35).toWellFormed())} is not the tag of a language.`,
      mend: canonical ? `Write "${canonical}".` : 'Use a tag of BCP 47, such as "de" or "pt-BR".',
    },
  ]
}

let known: Intl.DisplayNames | undefined

/** The tag as it should be written; null for a language that nobody knows. */
function canonicalTag(tag: string): string | null {
  known ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  try {
    const [canonical = null] = Intl.getCanonicalLocales(tag)
    return canonical !== null && known.of(canonical) !== undefined ? canonical : null
  } catch (error) {
    // Thrown for what has not the form of a tag.
    if (error instanceof RangeError) return null
    throw error
  }
}

const ownLanguage = (at: string, tag: string): Finding => ({
  ...{ kind: 'error', place: at, code: 'own_language' },
  message: `"${tag}" is the language of the document itself.`,
  mend: 'Write these words where they stand in the document, or name another language.',
})
