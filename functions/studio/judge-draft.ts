import type { Draft } from '#ledger/press.ts'
import { type KindOfChange, kindOfChange } from '#program/changes/kind-of-change.ts'
import { checkProgram } from '#program/checks/check-program.ts'
import { checkPublication } from '#program/checks/check-publication.ts'
import { earliestMonth } from '#program/checks/earliest-month.ts'
import type { Finding } from '#program/checks/finding.ts'
import type { ProgramCosts } from '#program/document.ts'
import { monthWords } from '#program/words/date-words.ts'
import { editionIn, type ProgramState } from './program-state.ts'
import { publishable } from './publishable.ts'
import { sentencesOf } from './sentences.ts'

/** What is to be said about a draft, as things stand. */
export interface Judgement {
  readonly changes: KindOfChange
  readonly findings: readonly Finding[]
  /** In sentences for customers. */
  readonly diff: readonly string[]
  /** "2027-03" */
  readonly earliest: string
}

/** Judges a draft against what is published. `costs` are what its perks will cost; `now` is epoch milliseconds. */
export function judgeDraft(draft: Draft, state: ProgramState, costs: ProgramCosts, now: number): Judgement {
  const { document, effectiveFrom } = draft
  const asked = publishable(document, state, now)
  const earliest = earliestMonth(asked)
  const changes = kindOf(draft, state)
  const before = changes === 'words' ? (editionIn(state, draft.base.edition)?.document ?? null) : asked.before
  const diff = before ? sentencesOf(before, document, effectiveFrom ?? earliest) : []
  const more = changes === 'rules' ? checkPublication({ ...asked, effectiveFrom }) : laterEditions(draft, state)
  return { changes, findings: inOrder([...checkProgram({ document, costs, before }), ...more]), diff, earliest }
}

const inOrder = (findings: readonly Finding[]): Finding[] =>
  (['error', 'warning', 'note'] as const).flatMap((kind) => findings.filter((finding) => finding.kind === kind))

/** An edition that is announced has words of its own, which are shown from its first day on. */
function laterEditions({ base, document }: Draft, state: ProgramState): Finding[] {
  if (kindOf({ base, document }, state) === 'nothing') return []
  const from = editionIn(state, base.edition)?.effectiveFrom ?? ''
  const later = state.published.filter(({ effectiveFrom }) => effectiveFrom > from)
  return later.map(({ edition, effectiveFrom }) => ({
    ...{ kind: 'note', place: '', code: 'later_edition_has_own_words' },
    message: `Edition ${edition}, from ${monthWords(effectiveFrom)}, has words of its own.`,
    mend: `Begin a draft from edition ${edition} as well, if these words shall stay then.`,
  }))
}

/** Words are words of the edition that the draft was begun from; without that edition everything is new. */
export function kindOf({ base, document }: Pick<Draft, 'base' | 'document'>, state: ProgramState): KindOfChange {
  const begunFrom = editionIn(state, base.edition)
  return begunFrom ? kindOfChange(begunFrom.document, document) : 'rules'
}
