import { Problem } from '#http/problem.ts'
import type { Draft, DraftState, Verdict } from '#ledger/press.ts'
import { checkCosts } from '#program/checks/costs.ts'
import type { ProgramDocument } from '#program/document.ts'
import type { Changed } from './change-draft.ts'
import { contentHash } from './content-hash.ts'
import type { NextCosts } from './next-costs.ts'
import type { ProgramState } from './program-state.ts'

/**
 * A draft approved as it was submitted, beside the head and the costs that the approver saw. Throws 403 for whoever wrote
 * in it or prepared the costs, and 409 when it is not submitted, or costs are missing.
 */
export function approved(draft: Draft, verdict: Verdict, { head }: ProgramState, next: NextCosts): Changed {
  const { by, at } = verdict
  const { hash } = submissionOf(draft)
  if (draft.authors.includes(by)) {
    throw new Problem(403, 'own_draft', 'You wrote in this draft yourself. Somebody else approves it.')
  }
  if (next.prepared?.author === by) {
    const detail = 'You prepared the costs that this draft would be published with. Somebody else approves them.'
    throw new Problem(403, 'own_costs', detail)
  }
  refuseGaps(draft.document, next)
  const costSheet = next.prepared?.version ?? null
  return {
    draft: { ...draft, state: { kind: 'approved', by, at, hash, verdict, head: head.version, costSheet } },
    what: 'approved',
    detail: said(`“${draft.title}” was approved`, verdict),
  }
}

/** A draft given back with a remark. Throws 409 when nothing was submitted. */
export function returned(draft: Draft, verdict: Verdict): Changed {
  if (draft.state.kind === 'open') throw notSubmitted()
  return {
    draft: { ...draft, state: { kind: 'open', returned: verdict } },
    what: 'returned',
    detail: said(`“${draft.title}” was given back`, verdict),
  }
}

/** What was submitted, if it still is what it was then. */
function submissionOf(draft: Draft): Extract<DraftState, { kind: 'submitted' }> {
  if (draft.state.kind === 'approved') {
    throw new Problem(409, 'already_approved', 'This draft is approved already. Publish it, or give it back.')
  }
  if (draft.state.kind !== 'submitted' || draft.state.hash !== contentHash(draft)) throw notSubmitted()
  return draft.state
}

const notSubmitted = () =>
  new Problem(409, 'not_submitted', 'This draft was not submitted. Its author submits it when it is ready.')

function refuseGaps(document: ProgramDocument, { costs }: NextCosts): void {
  const gaps = checkCosts({ document, costs, before: null })
  if (gaps.length === 0) return
  const names = document.perks
    .filter(({ id }) => gaps.some(({ place }) => place === `/costs/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`))
    .map(({ name }) => name)
  throw new Problem(
    409,
    'cost_missing',
    `Finance has not said what these perks cost, with a budget each: ${names.join(', ')}. Fill that in first.`,
    { errors: gaps.map(({ place, code, message, mend }) => ({ pointer: place, code, detail: `${message} ${mend}` })) },
  )
}

const said = (what: string, { remark }: Verdict) => (remark.trim() === '' ? `${what}.` : `${what}: ${remark.trim()}`)
