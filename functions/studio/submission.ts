import { type Fault, faultyFields, Problem } from '#http/problem.ts'
import type { Draft } from '#ledger/press.ts'
import { checkProgram } from '#program/checks/check-program.ts'
import type { Finding } from '#program/checks/finding.ts'
import type { ProgramCosts } from '#program/document.ts'
import type { Changed } from './change-draft.ts'
import { contentHash } from './content-hash.ts'
import { judgeDraft } from './judge-draft.ts'
import { editionIn, type ProgramState } from './program-state.ts'

/** As things stand when somebody hands a draft in; `at` is epoch milliseconds. */
export interface Submission {
  readonly state: ProgramState
  readonly costs: ProgramCosts
  /** The stable subject. */
  readonly by: string
  readonly at: number
}

/**
 * A draft handed in, its content fixed by hash. Throws 409 when there is nothing to approve, and 422 for errors, warnings
 * that nobody explained, and a month for which it could not be published.
 */
export function submitted(draft: Draft, { state, costs, by, at }: Submission): Changed {
  const { changes, findings } = judgeDraft(draft, state, costs, at)
  if (changes === 'nothing') throw nothingChanged()
  if (changes === 'words') {
    throw new Problem(
      409,
      'words_only',
      'Only words are changed, and they need no approval. Publish the draft at once.',
    )
  }
  refuseFindings(draft, findings)
  return {
    draft: { ...draft, state: { kind: 'submitted', by, at, hash: contentHash(draft) } },
    what: 'submitted',
    detail: `“${draft.title}” was submitted for approval.`,
  }
}

export const nothingChanged = (): Problem =>
  new Problem(409, 'nothing_changed', 'The draft says what is published already. Change something, or throw it away.')

/**
 * Throws 422 for errors, and for warnings without a word of explanation. That a cost is missing is no matter of the
 * author's: whoever approves is asked for it.
 */
export function refuseFindings({ explanations }: Pick<Draft, 'explanations'>, findings: readonly Finding[]): void {
  const errors = findings.filter(({ kind }) => kind === 'error').map(faultOf)
  const unexplained = findings
    .filter(
      ({ kind, code, place }) => kind === 'warning' && code !== 'no_cost' && !explanations[`${code} ${place}`]?.trim(),
    )
    .map((finding) => ({
      ...faultOf(finding),
      detail: `${finding.message} ${finding.mend} Or explain why it may stay.`,
    }))
  const [first, ...others] = errors.length > 0 ? errors : unexplained
  if (first) throw faultyFields(422, [first, ...others])
}

/** What a draft of words alone is found to say that the edition it rewords did not say before. */
export function newFindings(draft: Draft, state: ProgramState, costs: ProgramCosts): Finding[] {
  const document = editionIn(state, draft.base.edition)?.document ?? null
  const known = document ? checkProgram({ document, costs, before: document }) : []
  const keys = new Set(known.map(keyOf))
  return checkProgram({ document: draft.document, costs, before: document }).filter(
    (finding) => !keys.has(keyOf(finding)),
  )
}

const keyOf = ({ code, place, message }: Finding) => `${code} ${place} ${message}`

const faultOf = ({ place, code, message, mend }: Finding): Fault => ({
  pointer: place,
  code,
  detail: `${message} ${mend}`,
})
