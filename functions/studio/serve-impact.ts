import type { Api } from '#http/create-app.ts'
import { Problem } from '#http/problem.ts'
import type { StudioDeps } from './app.ts'
import { foundDraft } from './change-draft.ts'
import { impactBody } from './impact-body.ts'
import { getImpactMembers, postImpact } from './impact-routes.ts'
import { type ImpactSubject, impactSubject } from './impact-subject.ts'
import { nextCosts } from './next-costs.ts'
import { programState } from './program-state.ts'
import { goOn, isDone, isUpToDate } from './run-impact.ts'

/** Well below what a caller and the front door wait for. */
const BUDGET_MS = 4_000

/** What a draft would do, and to whom. */
export function serveImpact({ serve }: Api, deps: StudioDeps): void {
  const { press, now } = deps
  const subjectOf = async (id: string): Promise<ImpactSubject> => {
    const draft = await foundDraft(press, id)
    const state = await programState(press)
    const { costs } = await nextCosts(deps, state, draft.document)
    return impactSubject(draft, state, costs, now())
  }

  serve(postImpact, async (context, { params: { id } }) => {
    const subject = await subjectOf(id)
    const budget = { budgetMs: deps.impactBudgetMs ?? BUDGET_MS, clock: () => performance.now() }
    return context.json(impactBody(await goOn(press.impacts, subject, now(), budget), subject))
  })

  serve(getImpactMembers, async (context, { params: { id }, query: { reason } }) => {
    const subject = await subjectOf(id)
    const run = await press.impacts.run(id)
    if (!run || !isUpToDate(run, subject, now()) || !isDone(run)) throw notDone()
    const { impactCsv } = await import('./impact-csv.ts')
    return context.body(impactCsv(press.impacts.moved(run), reason), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="impact.csv"',
    })
  })
}

const notDone = () =>
  new Problem(
    409,
    'impact_not_done',
    'What this draft would do is not worked out, or was before something changed. Work it out first.',
  )
