import type { ProgramDocument } from '../../document.ts'
import { type Finding, place } from '../finding.ts'
import type { Subject } from '../subject.ts'
import { figuresIn } from './figures-in.ts'

/**
 * A figure that a standard names is what everybody was promised, though it is made of words: that it is another one than
 * before is never without a word of explanation, in whichever language.
 */
export function checkStandardFigures({ document, before }: Subject): Finding[] {
  if (!before) return []
  const promised = new Map(standardTexts(before).map(({ key, text }) => [key, text]))
  return standardTexts(document).flatMap(({ key, at, text }) => {
    const figures = new Set(wordsOf(text, document.currency))
    const gone = wordsOf(promised.get(key) ?? '', document.currency).filter((words) => !figures.has(words))
    return gone.map((words) => promisedBefore(at, words))
  })
}

const wordsOf = (text: string, currency: string) => figuresIn(text, currency).map(({ words }) => words)

/** Of every standard in every language, by a key that stays when they are put in another order. */
function standardTexts({ standards, translations = {} }: ProgramDocument) {
  const own = standards.map(({ id, text }, index) => ({ key: ` ${id}`, at: place('standards', index, 'text'), text }))
  const translated = Object.entries(translations).flatMap(([tag, words]) =>
    Object.entries(words.standards ?? {}).flatMap(([id, { text = '' }]) =>
      text === '' ? [] : [{ key: `${tag} ${id}`, at: place('translations', tag, 'standards', id, 'text'), text }],
    ),
  )
  return [...own, ...translated]
}

const promisedBefore = (at: string, words: string): Finding => ({
  ...{ kind: 'warning', place: at, code: 'standard_figure_changed' },
  message: `“${words}” was promised to everybody here, and is no longer said.`,
  mend: 'Say it again, unless what is said now is better for everybody.',
})
