import { formatInstant } from '#http/instant.ts'
import { Problem } from '#http/problem.ts'
import { kindOfChange } from '#program/changes/kind-of-change.ts'
import type { PublishedEdition } from '#program/document.ts'
import { editionIn, type ProgramState } from './program-state.ts'
import type { Plan } from './publish.ts'

/**
 * What going back to the words of an earlier revision at an instant (epoch milliseconds) would publish: a revision of its
 * own. Throws 404 for one that there is not, and 409 for one whose edition was withdrawn, or whose words are there already.
 */
export function restoring(number: number, revision: number, state: ProgramState, now: number): Plan {
  const record = state.records.find(({ edition }) => edition.edition === number && (edition.revision ?? 1) === revision)
  if (!record) {
    throw new Problem(
      404,
      'not_found',
      `There is no revision ${revision} of edition ${number}. Read the list of editions.`,
    )
  }
  const current = editionIn(state, number)
  if (!current) throw new Problem(409, 'withdrawn', `Edition ${number} was withdrawn, so its words are nowhere shown.`)
  const { document } = record.edition
  if (kindOfChange(current.document, document) === 'nothing') {
    throw new Problem(409, 'nothing_changed', `Edition ${number} has the words of its revision ${revision} already.`)
  }
  const dated = { revision: (current.revision ?? 1) + 1, publishedAt: formatInstant(now) }
  const edition: PublishedEdition = { ...current, ...dated, document }
  return {
    publication: { kind: 'revision', edition, draft: null },
    ...{ edition, what: 'rolled_back', costSheet: null },
    detail: `Edition ${number} has the words of its revision ${revision} again.`,
  }
}
