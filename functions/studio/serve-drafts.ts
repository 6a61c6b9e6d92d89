import { randomUUID } from 'node:crypto'
import type { Api } from '#http/create-app.ts'
import { parsedBody } from '#http/parsed-body.ts'
import type { Draft } from '#ledger/press.ts'
import type { StudioDeps } from './app.ts'
import { beginDraft } from './begin-draft.ts'
import { changeDraft, foundDraft, seenDraft, versionIn } from './change-draft.ts'
import { isSameContent } from './content-hash.ts'
import { draftSummaryBody } from './draft-body.ts'
import { deleteDraft, editedDraft, getDraft, getDrafts, newDraft, postDraft, putDraft } from './draft-routes.ts'
import { edited } from './edited-draft.ts'
import { programState } from './program-state.ts'
import { shownDraft } from './shown-draft.ts'

/** Beginning, reading, writing and throwing away drafts. */
export function serveDrafts({ serve }: Api, deps: StudioDeps): void {
  const { press, now } = deps

  serve(getDrafts, async (context, { identity }) => {
    const state = await programState(press)
    const drafts = await press.drafts()
    return context.json({ items: drafts.map((draft) => draftSummaryBody(draft, identity.subject, state)) })
  })

  serve(postDraft, async (context, { identity, body }) => {
    const asked = parsedBody(newDraft, await body())
    const state = await programState(press)
    const draft = beginDraft(asked, state, { id: randomUUID(), by: identity.subject, at: now() })
    await press.save(draft, 0, {
      ...{
        at: now(),
        by: identity.subject,
        what: 'created',
        draft: draft.id,
        version: 1,
        edition: draft.base.edition || null,
      },
      detail: `“${draft.title}” was begun${draft.base.edition ? ` from edition ${draft.base.edition}` : ''}.`,
    })
    return shownDraft(context, deps, draft, identity.subject, 201)
  })

  serve(getDraft, async (context, { identity, params }) =>
    shownDraft(context, deps, await foundDraft(press, params.id), identity.subject),
  )

  serve(putDraft, async (context, { identity, params, headers, body }) => {
    const content = parsedBody(editedDraft, await body())
    const state = await programState(press)
    const current = await foundDraft(press, params.id)
    const wanted = edited(current, content, state, identity.subject)
    // Whoever sends again what is there already, because an answer was lost, has what they want.
    if (isSameContent(current, wanted.draft)) return shownDraft(context, deps, current, identity.subject)
    const change = { id: params.id, seen: versionIn(headers), by: identity.subject, at: now() }
    const draft: Draft = await changeDraft(press, change, (before) => edited(before, content, state, identity.subject))
    return shownDraft(context, deps, draft, identity.subject)
  })

  serve(deleteDraft, async (context, { identity, params: { id }, headers }) => {
    const seen = versionIn(headers)
    const { title, base } = await seenDraft(press, id, seen)
    const detail = `“${title}” was thrown away.`
    const entry = { at: now(), by: identity.subject, draft: id, edition: base.edition || null, detail }
    if (!(await press.discard(id, seen, { ...entry, what: 'discarded' }))) await seenDraft(press, id, seen)
    return context.json({ id })
  })
}
