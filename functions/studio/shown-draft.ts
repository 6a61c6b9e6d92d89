import type { Context } from 'hono'
import type { AppEnv } from '#http/identity.ts'
import type { Draft } from '#ledger/press.ts'
import type { StudioDeps } from './app.ts'
import { draftBody } from './draft-body.ts'
import { judgeDraft } from './judge-draft.ts'
import { nextCosts } from './next-costs.ts'
import { programState } from './program-state.ts'

/** The answer that holds a draft, judged as things stand; its version is the ETag. */
export async function shownDraft(
  context: Context<AppEnv>,
  deps: StudioDeps,
  draft: Draft,
  reader: string,
  status: 200 | 201 = 200,
): Promise<Response> {
  const state = await programState(deps.press)
  const { costs } = await nextCosts(deps, state, draft.document)
  const judgement = judgeDraft(draft, state, costs, deps.now())
  context.header('ETag', `"${draft.version}"`)
  return context.json(draftBody(draft, reader, state, judgement), status)
}
