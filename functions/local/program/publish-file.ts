import { basename } from 'node:path'
import type { Draft, Press } from '#ledger/press.ts'
import type { ProgramCosts } from '#program/document.ts'
import { approved } from '#studio/approval.ts'
import { checkedMonth } from '#studio/checked-month.ts'
import { judgeDraft, kindOf } from '#studio/judge-draft.ts'
import { latestIn, type ProgramState, programState } from '#studio/program-state.ts'
import { publicationOf } from '#studio/publication.ts'
import { type Plan, type PublishingDeps, publish } from '#studio/publish.ts'
import { submitted } from '#studio/submission.ts'
import type { ProgramFile } from './program-file.ts'

/** What the log calls whoever has the ledger in their hands. */
const OPERATOR = 'operator'

export interface FileToPublish {
  readonly file: string
  readonly program: ProgramFile
  /** What its perks cost where it says nothing of that. */
  readonly known: ProgramCosts
  /** "2027-03"; null: none is named, as words need none. */
  readonly from: string | null
  /** The explanation of every warning. */
  readonly because: string
}

/** What publishing a file would publish, after the same checks as in the studio. Throws the studio's problems. */
export interface FilePlan {
  readonly plan: Plan
  readonly state: ProgramState
}

/** The operator stands for author and approver; everything else is as for a draft. */
export async function planFile(press: Press, asked: FileToPublish, now: number): Promise<FilePlan> {
  const state = await programState(press)
  const { document, costs } = asked.program
  const perks = new Set(document.perks.map(({ id }) => id))
  const known = Object.fromEntries(Object.entries(asked.known).filter(([perk]) => perks.has(perk)))
  const next = { costs: costs ?? known, prepared: null }
  const draft = explained(draftOf(asked, state, now), state, next.costs, asked.because, now)
  if (kindOf(draft, state) !== 'rules') return planOf(publicationOf(draft, state, next, now), state)
  const handedIn = submitted(draft, { state, costs: next.costs, by: OPERATOR, at: now })
  const verdict = { by: `${OPERATOR}, as approver`, at: now, remark: '' }
  const decided = approved({ ...handedIn.draft, version: 1, changedAt: now }, verdict, state, next)
  return planOf(publicationOf({ ...decided.draft, version: 1, changedAt: now }, state, next, now), state)
}

/** Publishes what was planned. Throws the studio's problems. */
export const publishPlan = (deps: PublishingDeps, { plan, state }: FilePlan) =>
  publish(deps, plan, { state, by: OPERATOR, startedAt: performance.now() })

function draftOf({ file, program, from }: FileToPublish, state: ProgramState, now: number): Draft {
  const latest = latestIn(state)
  return {
    ...{ id: 'file', title: basename(file), version: 1, effectiveFrom: checkedMonth(from), document: program.document },
    base: { edition: latest?.edition ?? 0, revision: latest ? (latest.revision ?? 1) : 0 },
    ...{ explanations: {}, author: OPERATOR, authors: [OPERATOR], changedAt: now },
    state: { kind: 'open', returned: null },
  }
}

function explained(draft: Draft, state: ProgramState, costs: ProgramCosts, because: string, now: number): Draft {
  const warnings = judgeDraft(draft, state, costs, now).findings.filter(({ kind }) => kind === 'warning')
  return {
    ...draft,
    explanations: Object.fromEntries(warnings.map(({ code, place }) => [`${code} ${place}`, because])),
  }
}

/** A file is no draft of the studio's, so none is used up. */
function planOf(plan: Plan, state: ProgramState): FilePlan {
  const { publication } = plan
  return {
    plan: { ...plan, publication: publication.kind === 'withdrawal' ? publication : { ...publication, draft: null } },
    state,
  }
}
