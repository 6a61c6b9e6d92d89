import type * as z from 'zod'
import { faultyFields } from '#http/problem.ts'
import type { Draft } from '#ledger/press.ts'
import type { ProgramDocument } from '#program/document.ts'
import type { Changed } from './change-draft.ts'
import { checkedMonth } from './checked-month.ts'
import type { editedDraft } from './draft-routes.ts'
import { editWords } from './edit-words.ts'
import { latestIn, type ProgramState } from './program-state.ts'

/** A draft as somebody wants it now. It is open again, whatever had been decided. Throws 422. */
export function edited(
  draft: Draft,
  { title, effectiveFrom, document, explanations, base = draft.base }: z.output<typeof editedDraft>,
  state: ProgramState,
  by: string,
): Changed {
  const after: Omit<Draft, 'version' | 'changedAt'> = {
    ...{ id: draft.id, title, base: checkedBase(base, draft, state), effectiveFrom: checkedMonth(effectiveFrom) },
    // An absent field and one that is undefined are one and the same to the rules.
    document: document as ProgramDocument,
    ...{ explanations, author: by, authors: [...new Set([...draft.authors, by])] },
    state: { kind: 'open', returned: draft.state.kind === 'open' ? draft.state.returned : null },
  }
  return { draft: after, what: 'edited', detail: editWords(draft, after, latestIn(state)?.effectiveFrom ?? '2000-01') }
}

/** The base it has, or a revision that is published and stands. */
function checkedBase(base: Draft['base'], draft: Draft, { records }: ProgramState): Draft['base'] {
  const isKept = base.edition === draft.base.edition && base.revision === draft.base.revision
  const isThere = records.some(
    ({ edition, withdrawnAt }) =>
      withdrawnAt === null && edition.edition === base.edition && (edition.revision ?? 1) === base.revision,
  )
  if (isKept || isThere) return base
  const detail = `There is no revision ${base.revision} of edition ${base.edition}, or it was withdrawn. Read the list of editions.`
  throw faultyFields(422, [{ pointer: '/base', code: 'unknown_edition', detail }])
}
