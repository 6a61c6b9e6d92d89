import { monthWords } from '#program/words/date-words.ts'
import type { Difference } from './differences.ts'
import { kindOfPath } from './kind-of-path.ts'

/** Whether a draft changes nothing, words alone, or rules. */
export function kindOf(differences: readonly Difference[]): 'nothing' | 'words' | 'rules' {
  const kinds = differences.map(({ path }) => kindOfPath(path))
  if (kinds.includes('rules')) return 'rules'
  return kinds.includes('words') ? 'words' : 'nothing'
}

/** What comes of that, in a sentence: words are live at once, rules come with the month that is announced. */
export function kindSentence(kind: 'nothing' | 'words' | 'rules', effectiveFrom: string | null): string {
  switch (kind) {
    case 'nothing':
      return 'Nothing is changed yet. Words are live as soon as you publish them; rules change on the first of a month, after somebody else has approved them.'
    case 'words':
      return 'This draft changes words alone. They are live as soon as you publish them, and nobody else has to approve them.'
    case 'rules': {
      const from =
        effectiveFrom === null ? 'on the first of a month, which you choose' : `on 1 ${monthWords(effectiveFrom)}`
      return `This draft changes rules. It takes effect ${from}, after somebody else has approved it. The words in it change with them.`
    }
    default:
      return kind satisfies never
  }
}
