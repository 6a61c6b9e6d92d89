import type { ProgramDocument } from '../document.ts'
import type { Telling } from '../words/telling.ts'
import type { Clause } from './clause.ts'

/** What everybody gets: clauses without a date or a full stop. */
export function standardChanges(before: ProgramDocument, after: ProgramDocument, { changes }: Telling): Clause[] {
  const has = ({ standards }: ProgramDocument, id: string) => standards.some((standard) => standard.id === id)
  const gone = before.standards.filter(({ id }) => !has(after, id))
  const added = after.standards.filter(({ id }) => !has(before, id))
  return [
    ...gone.map(({ name }) => ({ change: changes.standardGone(name) })),
    ...added.map(({ name }) => ({ change: changes.newStandard(name) })),
  ]
}
