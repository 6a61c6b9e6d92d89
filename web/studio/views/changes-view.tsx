import type { ProgramDocument } from '#program/document.ts'
import type { Answer, ask } from '../ask.ts'
import { FoundPart } from '../decide/found-part.tsx'
import { PlacesPart } from '../decide/places-part.tsx'
import { SearchPart } from '../decide/search-part.tsx'
import type { DraftBody } from '../draft-body.ts'
import { kindSentence } from '../edit/kind-words.ts'
import { documentOf } from '../edition-document.ts'
import { Answered } from '../frame/answered.tsx'
import { Sentences } from '../frame/sentences.tsx'
import { useAnswers } from '../frame/use-answer.ts'
import type { ViewProps } from '../frame/view.ts'

interface Opened {
  readonly draft: DraftBody
  readonly before: ProgramDocument
}

/** What a draft changes: in the sentences that customers will read, place by place, and what was found about it. */
export function ChangesView({ draft: id }: ViewProps) {
  const opened = useAnswers((ask) => open(id ?? '', ask), id)
  return (
    <Answered answer={opened} what="The draft">
      {({ draft, before }) => (
        <>
          <div class="studio-head">
            <h1 dir="auto">{draft.title}</h1>
            <p class="lead">{kindSentence(draft.changes, draft.effectiveFrom)}</p>
          </div>
          <section class="section first aside" aria-labelledby="sentences">
            <h2 id="sentences">As customers will read it</h2>
            <div class="prose">
              <Sentences items={draft.diff} none="No rule changes." />
            </div>
          </section>
          <PlacesPart draft={draft} before={before} />
          <FoundPart draft={draft} />
          <SearchPart document={draft.document} />
        </>
      )}
    </Answered>
  )
}

async function open(id: string, how: typeof ask): Promise<Answer<Opened>> {
  const answer = await how<DraftBody>(`/studio/drafts/${encodeURIComponent(id)}`)
  if (answer.kind !== 'here') return answer
  const draft = answer.body
  if (draft.base.edition === 0) return { kind: 'here', body: { draft, before: draft.document } }
  const before = await documentOf(draft.base.edition, how)
  return before.kind === 'here' ? { kind: 'here', body: { draft, before: before.body } } : before
}
