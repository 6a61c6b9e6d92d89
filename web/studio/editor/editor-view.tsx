import type { ProgramDocument } from '#program/document.ts'
import type { DraftBody } from '../draft-body.ts'
import { Answered } from '../frame/answered.tsx'
import { useAnswers } from '../frame/use-answer.ts'
import type { ViewProps } from '../frame/view.ts'
import { DraftEditor } from './draft-editor.tsx'

/** The answer of `GET /program/editions/{n}`, as far as it matters here. */
interface EditionBody {
  readonly program: ProgramDocument
}

/** Opens a draft with the edition that it was begun from. */
export function EditorView({ draft }: ViewProps) {
  const opened = useAnswers(async (ask) => {
    const answer = await ask<DraftBody>(`/studio/drafts/${encodeURIComponent(draft ?? '')}`)
    if (answer.kind !== 'here') return answer
    // Of a program that was never published there is nothing to compare with: it is compared with itself as it was opened.
    if (answer.body.base.edition === 0)
      return { kind: 'here', body: { draft: answer.body, before: answer.body.document } }
    const edition = await ask<EditionBody>(`/program/editions/${answer.body.base.edition}`)
    if (edition.kind !== 'here') return edition
    return { kind: 'here', body: { draft: answer.body, before: edition.body.program } }
  }, draft)
  return (
    <Answered answer={opened} what="The draft">
      {(body) => <DraftEditor draft={body.draft} before={body.before} />}
    </Answered>
  )
}
