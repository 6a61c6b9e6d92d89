import type * as z from 'zod'
import { formatInstant } from '#http/instant.ts'
import type { Draft, Verdict } from '#ledger/press.ts'
import type { Finding } from '#program/checks/finding.ts'
import type { draftSchema, draftSummary } from './draft-routes.ts'
import { type Judgement, kindOf } from './judge-draft.ts'
import type { ProgramState } from './program-state.ts'

/** A draft as a list shows it to a reader (a stable subject). */
export function draftSummaryBody(draft: Draft, reader: string, state: ProgramState): z.input<typeof draftSummary> {
  const { id, title, version, base, effectiveFrom, author, authors, changedAt } = draft
  return {
    ...{ id, title, version, base, effectiveFrom, author },
    changes: kindOf(draft, state),
    state: draft.state.kind,
    isMine: authors.includes(reader),
    changedAt: formatInstant(changedAt),
    returned: draft.state.kind === 'open' ? verdictBody(draft.state.returned) : null,
    approved: draft.state.kind === 'approved' ? verdictBody(draft.state.verdict) : null,
  }
}

/** A draft as it is read and written. */
export function draftBody(
  draft: Draft,
  reader: string,
  state: ProgramState,
  { findings, diff, earliest }: Judgement,
): Omit<z.input<typeof draftSchema>, 'document'> & Pick<Draft, 'document'> {
  return {
    ...draftSummaryBody(draft, reader, state),
    document: draft.document,
    explanations: { ...draft.explanations },
    findings: findings.filter(isForMarketing),
    diff: [...diff],
    earliest,
  }
}

const verdictBody = (verdict: Verdict | null) => verdict && { ...verdict, at: formatInstant(verdict.at) }

/** What perks cost is finance's part; marketing learns only that something is missing there. */
const isForMarketing = ({ place, code }: Finding) => !place.startsWith('/costs') || code === 'no_cost'
