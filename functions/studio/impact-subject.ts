import { createHash } from 'node:crypto'
import { Problem } from '#http/problem.ts'
import type { Draft } from '#ledger/press.ts'
import { canonicalJson } from '#program/canonical-json.ts'
import type { ProgramCosts, PublishedEdition } from '#program/document.ts'
import { type Comparison, comparisonOf } from '#program/impact/comparison.ts'
import { monthWords } from '#program/words/date-words.ts'
import { judgeDraft } from './judge-draft.ts'
import { latestIn, nextNumber, type ProgramState } from './program-state.ts'
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
 * changes no rule, or nothing is published yet, and 422 for errors, and for a month that is too early.
 */
export function impactSubject(draft: Draft, state: ProgramState, costs: ProgramCosts, now: number): ImpactSubject {
  const latest = latestIn(state)
  if (!latest) {
    const detail = 'Nothing is published yet, so nobody has a tier that could change. Publish the first edition.'
    throw new Problem(409, 'nothing_published', detail)
  }
  const { changes, findings, earliest } = judgeDraft(draft, state, costs, now)
  if (changes === 'nothing') throw nothingChanged()
  if (changes === 'words') {
    throw new Problem(409, 'words_only', 'Only words are changed: nobody’s tier or perks change by it.')
  }
  refuseFindings(
    draft,
    findings.filter(({ kind }) => kind === 'error'),
  )
  const effectiveFrom = draft.effectiveFrom ?? earliest
  if (effectiveFrom < earliest) throw tooEarly(effectiveFrom, earliest)
  const { document } = draft
  const next = { edition: nextNumber(state), effectiveFrom, publishedAt: '', document }
  return {
    ...{ draft, latest, effectiveFrom, costs },
    comparison: comparisonOf(state.published, next),
    basis: fingerprint([document, effectiveFrom, state.head.version, costs]),
  }
}

const fingerprint = (parts: readonly unknown[]) => createHash('sha256').update(canonicalJson(parts)).digest('base64url')

const tooEarly = (month: string, earliest: string) => {
  const detail = `It is too late for ${monthWords(month)}. Choose ${monthWords(earliest)} or a later month.`
  return new Problem(422, 'too_early', detail, { errors: [{ pointer: '/effectiveFrom', code: 'too_early', detail }] })
}
