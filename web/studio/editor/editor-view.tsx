import type { ProgramDocument } from '#program/document.ts'
import type { Answer, ask } from '../ask.ts'
import type { DraftBody } from '../draft-body.ts'
import { type Newer, newestSince, type Revision } from '../edit/newest.ts'
import { documentOf } from '../edition-document.ts'
import { Answered } from '../frame/answered.tsx'
import { useAnswers } from '../frame/use-answer.ts'
import type { ViewProps } from '../frame/view.ts'
import { DraftEditor } from './draft-editor.tsx'

/** A draft with all that it is compared with. */
interface Opened {
  readonly draft: DraftBody
  /** The edition that it was begun from. */
  readonly before: ProgramDocument
  /** What was published since; null: nothing. */
  readonly newer: Newer | null
}

/** Opens a draft with the edition that it was begun from. */
export function EditorView({ draft }: ViewProps) {
  const opened = useAnswers((ask) => open(draft ?? '', ask), draft)
  return (
    <Answered answer={opened} what="The draft">
      {(body) => <DraftEditor {...body} />}
    </Answered>
  )
}

async function open(id: string, how: typeof ask): Promise<Answer<Opened>> {
  const answer = await how<DraftBody>(`/studio/drafts/${encodeURIComponent(id)}`)
  if (answer.kind !== 'here') return answer
  const draft = answer.body
  // Of a program that was never published there is nothing to compare with but what was opened.
  if (draft.base.edition === 0) return { kind: 'here', body: { draft, before: draft.document, newer: null } }
  const before = await documentOf(draft.base.edition, how)
  if (before.kind !== 'here') return before
  const rows = await how<{ readonly items: readonly (Revision & { readonly state: string })[] }>('/studio/editions')
  const newest = rows.kind === 'here' ? newestSince(rows.body.items, draft.base) : null
  const latest = newest ? await documentOf(newest.edition, how) : null
  const newer = newest && latest?.kind === 'here' ? { ...newest, document: latest.body } : null
  return { kind: 'here', body: { draft, before: before.body, newer } }
}
