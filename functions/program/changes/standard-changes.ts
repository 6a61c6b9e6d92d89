import type { ProgramDocument } from '../document.ts'
import type { Telling } from '../words/telling.ts'

/** What everybody gets: clauses without a date or a full stop. */
export function standardChanges(before: ProgramDocument, after: ProgramDocument, { changes }: Telling): string[] {
  const has = ({ standards }: ProgramDocument, id: string) => standards.some((standard) => standard.id === id)
  const gone = before.standards.filter(({ id }) => !has(after, id))
  const added = after.standards.filter(({ id }) => !has(before, id))
  return [...gone.map(({ name }) => changes.standardGone(name)), ...added.map(({ name }) => changes.newStandard(name))]
}
