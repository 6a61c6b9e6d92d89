import { kindOfChange } from '#program/changes/kind-of-change.ts'
import { wordChanges } from '#program/changes/word-changes.ts'
import { changesOf } from '#program/changes.ts'
import { checkAmounts } from '#program/checks/amounts.ts'
import type { ProgramDocument } from '#program/document.ts'

/**
 * What a document changes in another, in sentences for customers. A draft may hold what no sentence can be made of, such as
 * an amount that is none; its findings say so, and here it is only said that something changes.
 */
export function sentencesOf(before: ProgramDocument, after: ProgramDocument, month: string): readonly string[] {
  const kind = kindOfChange(before, after)
  if (kind === 'nothing') return []
  if (kind === 'words') return orElse(wordChanges(before, after), 'Words are changed.')
  if (checkAmounts({ document: after, costs: {}, before: null }).length > 0)
    return ['Rules are changed. Mend the errors to read how.']
  return orElse(changesOf(before, after, month), 'Rules are changed.')
}

/** Something is changed, even if no sentence says what. */
const orElse = (sentences: readonly string[], sentence: string) => (sentences.length > 0 ? sentences : [sentence])
