import type { DraftBody } from '../../../web/studio/draft-body.ts'
import type { Content } from '../../../web/studio/edit/content.ts'
import { demoEdition } from '../../publisher/programs.ts'

/** A draft of the demo shop's program in which nothing has been changed yet. */
export async function newContent(): Promise<Content> {
  const { document } = await demoEdition()
  return { title: 'Spring', effectiveFrom: '2027-03', document, explanations: {} }
}

/** The same as the API answers it. */
export const bodyOf = (content: Content, version = 1): DraftBody => ({
  ...content,
  explanations: { ...content.explanations },
  id: 'd-1',
  version,
  base: { edition: 2, revision: 1 },
  changes: 'nothing',
  state: 'open',
  author: 'mara',
  isMine: true,
  changedAt: '2026-11-20T10:00:00Z',
  returned: null,
  approved: null,
  findings: [],
  diff: [],
  earliest: '2027-01',
})
