import { Problem } from '#http/problem.ts'
import type { PublicationRecord } from '#ledger/press.ts'
import { dayWords } from '#program/words/date-words.ts'
import { editionRows } from './edition-rows.ts'
import type { ProgramState } from './program-state.ts'

/**
 * The problem of whoever was overtaken. It says what was published since an instant (epoch milliseconds), in sentences.
 * `mend` says what to do about it.
 */
export function publishedMeanwhile(state: ProgramState, since: number, mend: string): Problem {
  const rows = editionRows(state, since)
  const changed = state.records.flatMap((record, index) => {
    const { changes = [] } = rows[index] ?? {}
    return isSince(record, since) ? [[titleOf(record), ...changes].join(' ')] : []
  })
  const detail = `Somebody published meanwhile, so this was not published. ${mend}`
  return new Problem(409, 'published_meanwhile', detail, { members: { changed } })
}

/** Instants are kept to the second. */
const isSince = ({ edition, withdrawnAt }: PublicationRecord, since: number) =>
  (withdrawnAt ?? Date.parse(edition.publishedAt)) >= since - 1000

function titleOf({ edition: { edition, revision = 1, effectiveFrom }, withdrawnAt }: PublicationRecord): string {
  if (withdrawnAt !== null) return `Edition ${edition} was withdrawn.`
  if (revision > 1) return `Edition ${edition} was reworded.`
  return `Edition ${edition} was published, from ${dayWords(`${effectiveFrom}-01`)}.`
}
