import type { Answer, ask } from '../ask.ts'
import type { Reader } from '../decide/reader.ts'
import type { DraftSummary } from '../draft-body.ts'
import { DraftList } from '../drafts/draft-list.tsx'
import { NewDraft } from '../drafts/new-draft.tsx'
import type { EditionRow, EditionsBody } from '../editions/edition-row.ts'
import { EditionsPart } from '../editions/editions-part.tsx'
import { LinePart } from '../editions/line-part.tsx'
import { Answered } from '../frame/answered.tsx'
import { useAnswers } from '../frame/use-answer.ts'

interface Overview {
  readonly drafts: readonly DraftSummary[]
  readonly editions: readonly EditionRow[]
  readonly reader: Reader
}

/** What is published, what is being written, and a new draft. */
export function DraftsView() {
  const overview = useAnswers(openOverview, 'overview')
  return (
    <Answered answer={overview} what="The studio">
      {({ drafts, editions, reader }) => (
        <>
          <div class="opening">
            <h1>Studio</h1>
            <p class="lead">Words are live as soon as you publish them. Rules change on the first of a month.</p>
          </div>
          <LinePart editions={editions} drafts={drafts} />
          <section class="section first aside" aria-labelledby="drafts">
            <h2 id="drafts">Drafts</h2>
            {drafts.length === 0 ? <p>There is none yet.</p> : <DraftList items={drafts} />}
          </section>
          {reader.mayWrite && (
            <section class="section first aside" aria-labelledby="new">
              <h2 id="new">A new draft</h2>
              <NewDraft editions={editions} />
            </section>
          )}
          <EditionsPart editions={editions} reader={reader} />
        </>
      )}
    </Answered>
  )
}

async function openOverview(how: typeof ask): Promise<Answer<Overview>> {
  const [drafts, editions, reader] = await Promise.all([
    how<{ readonly items: readonly DraftSummary[] }>('/studio/drafts'),
    how<EditionsBody>('/studio/editions'),
    how<Reader>('/studio/rights'),
  ])
  if (drafts.kind !== 'here') return drafts
  if (editions.kind !== 'here') return editions
  if (reader.kind !== 'here') return reader
  return { kind: 'here', body: { drafts: drafts.body.items, editions: editions.body.items, reader: reader.body } }
}
