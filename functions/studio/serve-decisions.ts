import type { Api } from '#http/create-app.ts'
import { parsedBody } from '#http/parsed-body.ts'
import type { StudioDeps } from './app.ts'
import { approved, returned } from './approval.ts'
import { changeDraft, versionIn } from './change-draft.ts'
import { approveDraft, remark, returnDraft, submitDraft } from './draft-routes.ts'
import { nextCosts } from './next-costs.ts'
import { programState } from './program-state.ts'
import { shownDraft } from './shown-draft.ts'
import { submitted } from './submission.ts'

/** Maker and checker: one hands a draft in, somebody else approves it or gives it back. */
export function serveDecisions({ serve }: Api, deps: StudioDeps): void {
  const { press, now } = deps

  serve(submitDraft, async (context, { identity: { subject: by }, params: { id }, headers }) => {
    const draft = await changeDraft(press, { id, seen: versionIn(headers), by, at: now() }, async (before) => {
      const state = await programState(press)
      const { costs } = await nextCosts(deps, state, before.document)
      return submitted(before, { state, costs, by, at: now() })
    })
    return shownDraft(context, deps, draft, by)
  })

  serve(approveDraft, async (context, { identity: { subject: by }, params: { id }, headers, body }) => {
    const verdict = { by, at: now(), remark: parsedBody(remark, await body()).remark }
    const draft = await changeDraft(press, { id, seen: versionIn(headers), by, at: now() }, async (before) => {
      const state = await programState(press)
      return approved(before, verdict, state, await nextCosts(deps, state, before.document))
    })
    return shownDraft(context, deps, draft, by)
  })

  serve(returnDraft, async (context, { identity: { subject: by }, params: { id }, headers, body }) => {
    const verdict = { by, at: now(), remark: parsedBody(remark, await body()).remark }
    const change = { id, seen: versionIn(headers), by, at: now() }
    const draft = await changeDraft(press, change, (before) => returned(before, verdict))
    return shownDraft(context, deps, draft, by)
  })
}
