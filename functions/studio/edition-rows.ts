import type * as z from 'zod'
import type { PublicationRecord } from '#ledger/press.ts'
import { beginningOf, editionInForce } from '#ledger/publications.ts'
import type { ProgramState } from './program-state.ts'
import type { editionRow } from './publishing-routes.ts'
import { sentencesOf } from './sentences.ts'

/** Every edition and revision in the order of their numbers, as things stand at an instant (epoch milliseconds). */
export function editionRows(state: ProgramState, now: number): z.input<typeof editionRow>[] {
  return state.records.map((record) => {
    const { edition, revision = 1, effectiveFrom, publishedAt } = record.edition
    const isLatestRevision = !state.records.some(
      ({ edition: other }) => other.edition === edition && (other.revision ?? 1) > revision,
    )
    return {
      ...{ edition, revision, effectiveFrom, publishedAt, isLatestRevision },
      state: stateOf(record, isLatestRevision, state, now),
      changes: [...changesIn(record, state)],
    }
  })
}

function stateOf({ edition, withdrawnAt }: PublicationRecord, isLatest: boolean, state: ProgramState, now: number) {
  if (withdrawnAt !== null) return 'withdrawn'
  if (!isLatest) return 'superseded'
  if (beginningOf(edition) > now) return 'announced'
  return editionInForce(state.published, now)?.edition === edition.edition ? 'in force' : 'superseded'
}

/** A revision is compared with the one before it, an edition with the one that it follows. */
function changesIn({ edition }: PublicationRecord, { records, published }: ProgramState): readonly string[] {
  const { revision = 1, document, effectiveFrom } = edition
  const earlier = records.findLast(
    ({ edition: other }) => other.edition === edition.edition && (other.revision ?? 1) < revision,
  )?.edition
  const before = earlier ?? published.findLast((other) => other.effectiveFrom < effectiveFrom)
  return before ? sentencesOf(before.document, document, effectiveFrom) : []
}
