import type { Api } from '#http/create-app.ts'
import type { StudioDeps } from './app.ts'
import { seenDraft, versionIn } from './change-draft.ts'
import { editionRows } from './edition-rows.ts'
import { nextCosts } from './next-costs.ts'
import { programState } from './program-state.ts'
import { publicationOf } from './publication.ts'
import { publish } from './publish.ts'
import { getEditions, publishDraft, rollBack, withdrawEdition } from './publishing-routes.ts'
import { restoring } from './restoring.ts'
import { withdrawing } from './withdrawing.ts'

/** What becomes public, and what is taken back. */
export function servePublishing({ serve }: Api, deps: StudioDeps): void {
  const { press, now } = deps

  serve(publishDraft, async (context, { identity: { subject: by }, params: { id }, headers }) => {
    const startedAt = performance.now()
    const draft = await seenDraft(press, id, versionIn(headers))
    const state = await programState(press)
    const next = await nextCosts(deps, state, draft.document)
    const plan = publicationOf(draft, state, next, now())
    return context.json(await publish(deps, plan, { state, by, startedAt }), 201)
  })

  serve(getEditions, async (context) => context.json({ items: editionRows(await programState(press), now()) }))

  serve(withdrawEdition, async (context, { identity: { subject: by }, params: { n } }) => {
    const startedAt = performance.now()
    const state = await programState(press)
    return context.json(await publish(deps, withdrawing(n, state, now()), { state, by, startedAt }))
  })

  serve(rollBack, async (context, { identity: { subject: by }, params: { n, revision } }) => {
    const startedAt = performance.now()
    const state = await programState(press)
    return context.json(await publish(deps, restoring(n, revision, state, now()), { state, by, startedAt }), 201)
  })
}
