import { editionInForce } from '#ledger/publications.ts'
import type { Publishable } from '#program/checks/earliest-month.ts'
import type { ProgramDocument } from '#program/document.ts'
import { latestIn, type ProgramState } from './program-state.ts'

/** A document that would be published at an instant (epoch milliseconds), after what is published already. */
export function publishable(document: ProgramDocument, state: ProgramState, publishedAt: number): Publishable {
  const latest = latestIn(state)
  return {
    ...{ document, publishedAt, before: latest?.document ?? null, isFirst: !latest },
    inForce: editionInForce(state.published, publishedAt)?.document ?? null,
    latestEffectiveFrom: latest?.effectiveFrom ?? null,
  }
}
