import { formatInstant } from '#http/instant.ts'
import { Problem } from '#http/problem.ts'
import type { Draft } from '#ledger/press.ts'
import type { PublishedEdition } from '#program/document.ts'
import { dayWords } from '#program/words/date-words.ts'
import { contentHash } from './content-hash.ts'
import { judgeDraft } from './judge-draft.ts'
import { publishedMeanwhile } from './meanwhile.ts'
import type { NextCosts } from './next-costs.ts'
import { editionIn, nextNumber, type ProgramState } from './program-state.ts'
import type { Plan } from './publish.ts'
import { newFindings, nothingChanged, refuseFindings } from './submission.ts'

/**
 * What publishing a draft at an instant (epoch milliseconds) would publish: words as a revision of the edition they were
 * begun from, rules as the next edition. Throws 409 when something decided or published meanwhile is in the way, and 422
 * for what the checks find.
 */
export function publicationOf(draft: Draft, state: ProgramState, next: NextCosts, now: number): Plan {
  const { changes, findings } = judgeDraft(draft, state, next.costs, now)
  switch (changes) {
    case 'nothing':
      throw nothingChanged()
    case 'words':
      return revisionOf(draft, state, next, now)
    case 'rules':
      refuseUnlessApproved(draft, state, next)
      refuseFindings(draft, findings)
      return editionOf(draft, state, next, now)
    default:
      return changes satisfies never
  }
}

function revisionOf(draft: Draft, state: ProgramState, { costs }: NextCosts, now: number): Plan {
  const before = editionIn(state, draft.base.edition)
  const revision = before?.revision ?? 1
  if (!before || revision !== draft.base.revision) {
    const seen = state.records.find(
      ({ edition }) => edition.edition === draft.base.edition && (edition.revision ?? 1) === draft.base.revision,
    )
    const since = seen ? Date.parse(seen.edition.publishedAt) + 1001 : 0
    throw publishedMeanwhile(state, since, 'Look at what they changed, and go out from that.')
  }
  refuseFindings(draft, newFindings(draft, state, costs))
  const { edition: number, effectiveFrom } = before
  const dated = { edition: number, revision: revision + 1, effectiveFrom, publishedAt: formatInstant(now) }
  const edition: PublishedEdition = { ...dated, document: draft.document }
  return {
    publication: { kind: 'revision', edition, draft },
    ...{ edition, what: 'revised', costSheet: null },
    detail: `Edition ${number} has other words, from now on: “${draft.title}”.`,
  }
}

function editionOf(draft: Draft, state: ProgramState, next: NextCosts, now: number): Plan {
  const number = nextNumber(state)
  // Its month is there: the dates were checked.
  const effectiveFrom = draft.effectiveFrom ?? ''
  const dated = { edition: number, effectiveFrom, publishedAt: formatInstant(now) }
  const edition: PublishedEdition = { ...dated, document: draft.document }
  return {
    publication: { kind: 'edition', edition, costs: next.costs, draft },
    ...{ edition, what: 'published', costSheet: next.prepared?.version ?? null },
    detail: `Edition ${number} is published, from ${dayWords(`${effectiveFrom}-01`)}: “${draft.title}”.`,
  }
}

function refuseUnlessApproved(draft: Draft, state: ProgramState, { prepared }: NextCosts): void {
  const { state: decided } = draft
  if (decided.kind !== 'approved' || decided.hash !== contentHash(draft)) {
    const detail = 'Rules are changed, so somebody else approves this draft first. Submit it.'
    throw new Problem(409, 'not_approved', detail)
  }
  if (decided.head !== state.head.version) {
    throw publishedMeanwhile(state, decided.at, 'Look at what they changed, and submit the draft again.')
  }
  if (decided.costSheet !== (prepared?.version ?? null)) {
    const detail = 'What perks will cost was changed since the draft was approved. Submit it again.'
    throw new Problem(409, 'costs_changed', detail)
  }
}
