import type * as z from 'zod'
import { Problem } from '#http/problem.ts'
import type { Draft } from '#ledger/press.ts'
import type { ProgramDocument } from '#program/document.ts'
import { checkedSize } from './change-draft.ts'
import { checkedMonth } from './checked-month.ts'
import type { newDraft } from './draft-routes.ts'
import { editionIn, latestIn, type ProgramState } from './program-state.ts'

/** Who begins a draft, when (epoch milliseconds), and the id it gets. */
export interface Beginning {
  readonly id: string
  readonly by: string
  readonly at: number
}

/**
 * A draft in its first version. Throws 404 for an edition that there is not, 409 where there is neither an edition nor a
 * document to begin from, 413 for a document that is too large, and 422 for a month that is none.
 */
export function beginDraft(
  { title, from, document, effectiveFrom = null }: z.output<typeof newDraft>,
  state: ProgramState,
  { id, by, at }: Beginning,
): Draft {
  const base = from === undefined ? latestIn(state) : editionIn(state, from)
  if (from !== undefined && !base) {
    throw new Problem(404, 'not_found', `There is no edition ${from}, or it was withdrawn. Read the list of editions.`)
  }
  // An absent field and one that is undefined are one and the same to the rules.
  const content = (document as ProgramDocument | undefined) ?? base?.document
  if (!content) {
    throw new Problem(409, 'no_program', 'There is no edition yet to begin from. Send a document to begin with.')
  }
  return checkedSize({
    ...{ id, title, version: 1, effectiveFrom: checkedMonth(effectiveFrom) },
    base: { edition: base?.edition ?? 0, revision: base?.revision ?? (base ? 1 : 0) },
    document: content,
    ...{ explanations: {}, author: by, authors: [by], changedAt: at },
    state: { kind: 'open', returned: null },
  })
}
