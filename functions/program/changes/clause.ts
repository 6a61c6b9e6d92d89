import type { Telling } from '../words/telling.ts'

/** What an edition changed, without a date or a full stop; and, where it asks for more, what becomes of those who hold it. */
export interface Clause {
  readonly change: string
  /** A whole sentence. */
  readonly holders?: string
}

/** Clauses as sentences, with the day ("1 March 2027") from which they hold. */
export const sentencesFrom = (clauses: readonly Clause[], day: string, { changes }: Telling): string[] =>
  clauses.map(({ change, holders }) => changes.dated(change, day) + (holders ? ` ${holders}` : ''))
