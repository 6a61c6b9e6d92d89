import { ask } from '../ask.ts'
import type { DraftBody } from '../draft-body.ts'
import type { OpenDraft } from './use-draft.ts'

/** Keeps this author's version as a draft of its own, and opens it; the other stays as its author left it. */
export async function beginAnother({ history, saved, keeper }: OpenDraft): Promise<void> {
  const { title, document, effectiveFrom } = history.present
  const body = {
    title: `${title.slice(0, 90).toWellFormed()} (mine)`,
    from: saved.base.edition,
    document,
    effectiveFrom,
  }
  const answer = await ask<DraftBody>('/studio/drafts', { method: 'POST', body })
  if (answer.kind !== 'here') return
  keeper.leave()
  location.assign(`/studio?draft=${encodeURIComponent(answer.body.id)}`)
}
