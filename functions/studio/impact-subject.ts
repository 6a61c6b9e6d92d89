import { createHash } from 'node:crypto'
import { Problem } from '#http/problem.ts'
import type { Draft } from '#ledger/press.ts'
import { canonicalJson } from '#program/canonical-json.ts'
import { checkProgram } from '#program/checks/check-program.ts'
import { checkPublication } from '#program/checks/check-publication.ts'
import { earliestMonth } from '#program/checks/earliest-month.ts'
import type { ProgramCosts, PublishedEdition } from '#program/document.ts'
import { type Comparison, comparisonOf } from '#program/impact/comparison.ts'
import { kindOf } from './judge-draft.ts'
import { latestIn, nextNumber, type ProgramState } from './program-state.ts'
import { publishable } from './publishable.ts'
import { nothingChanged, refuseFindings } from './submission.ts'

/** What an impact is worked out for. */
export interface ImpactSubject {
  readonly draft: Draft
  readonly latest: PublishedEdition
  /** "2027-03": the month it names, else the first for which it could be published. */
  readonly effectiveFrom: string
  readonly comparison: Comparison
  readonly costs: ProgramCosts
  /** A fingerprint of what the figures follow from: what was worked out for another one is out of date. */
  readonly basis: string
}

/**
 * The rules without a draft and with it, as things stand at an instant (epoch milliseconds). Throws 409 when the draft
 * changes no rule, or nothing is published yet, and 422 for errors, other than that its month is missing or leaves no notice.
 */
export function impactSubject(draft: Draft, state: ProgramState, costs: ProgramCosts, now: number): ImpactSubject {
  const latest = latestIn(state)
  if (!latest) {
    const detail = 'Nothing is published yet, so nobody has a tier that could change. Publish the first edition.'
    throw new Problem(409, 'nothing_published', detail)
  }
  const changes = kindOf(draft, state)
  if (changes === 'nothing') throw nothingChanged()
  if (changes === 'words') {
    throw new Problem(409, 'words_only', 'Only words are changed: nobody’s tier or perks change by it.')
  }
  const { document } = draft
  const asked = publishable(document, state, now)
  const dates = checkPublication({ ...asked, effectiveFrom: draft.effectiveFrom })
  const findings = [...checkProgram({ document, costs, before: latest.document }), ...dates]
  refuseFindings(
    draft,
    findings.filter(({ kind, code }) => kind === 'error' && !CAN_WAIT.has(code)),
  )
  const effectiveFrom = draft.effectiveFrom ?? earliestMonth(asked)
  const next = { edition: nextNumber(state), effectiveFrom, publishedAt: '', document }
  return {
    ...{ draft, latest, effectiveFrom, costs },
    comparison: comparisonOf(state.published, next),
    basis: fingerprint([document, effectiveFrom, state.head.version, costs]),
  }
}

/** Errors of a draft whose month is not chosen well yet: what it would do in it can be said all the same. */
const CAN_WAIT = new Set(['no_month', 'without_notice'])

const fingerprint = (parts: readonly unknown[]) => createHash('sha256').update(canonicalJson(parts)).digest('base64url')
