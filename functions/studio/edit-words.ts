import type { Draft } from '#ledger/press.ts'
import { monthWords } from '#program/words/date-words.ts'
import type { DraftContent } from './content-hash.ts'
import { sentencesOf } from './sentences.ts'

/** The log keeps a sentence, not a book. */
const MOST_SENTENCES = 5

/** What an edit did to a draft, for the log and for whoever was overtaken by it. `month` stands in for one not chosen yet. */
export function editWords(before: DraftContent, after: DraftContent, month: string): string {
  const said = [
    ...(before.title === after.title ? [] : [`It is called “${after.title}” now.`]),
    ...monthChange(before, after),
    ...sentencesOf(before.document, after.document, after.effectiveFrom ?? month),
    ...(JSON.stringify(before.explanations) === JSON.stringify(after.explanations)
      ? []
      : ['Explanations are changed.']),
    ...(isSameBase(before.base, after.base) ? [] : [`It goes out from edition ${after.base.edition} as it is now.`]),
  ]
  if (said.length === 0) return 'Nothing is changed.'
  const more = said.length - MOST_SENTENCES
  return [...said.slice(0, MOST_SENTENCES), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ')
}

function monthChange(before: DraftContent, after: DraftContent): string[] {
  if (before.effectiveFrom === after.effectiveFrom) return []
  return [after.effectiveFrom ? `It takes effect in ${monthWords(after.effectiveFrom)}.` : 'It has no month any more.']
}

const isSameBase = (one: Draft['base'], other: Draft['base']) =>
  one.edition === other.edition && one.revision === other.revision
