import type { Answer, ask } from '../ask.ts'
import type { DraftBody } from '../draft-body.ts'
import type { EditionRow, EditionsBody } from '../editions/edition-row.ts'
import type { Reader } from './reader.ts'

/** A draft with all that deciding about it needs. */
export interface Opened {
  readonly draft: DraftBody
  readonly reader: Reader
  readonly editions: readonly EditionRow[]
}

export async function openDecision(id: string, how: typeof ask): Promise<Answer<Opened>> {
  const [draft, reader, editions] = await Promise.all([
    how<DraftBody>(`/studio/drafts/${encodeURIComponent(id)}`),
    how<Reader>('/studio/rights'),
    how<EditionsBody>('/studio/editions'),
  ])
  if (draft.kind !== 'here') return draft
  if (reader.kind !== 'here') return reader
  if (editions.kind !== 'here') return editions
  return { kind: 'here', body: { draft: draft.body, reader: reader.body, editions: editions.body.items } }
}
