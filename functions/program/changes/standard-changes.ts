import type { ProgramDocument } from '../document.ts'

/** What everybody gets: clauses without a date or a full stop. */
export function standardChanges(before: ProgramDocument, after: ProgramDocument): string[] {
  const has = ({ standards }: ProgramDocument, id: string) => standards.some((standard) => standard.id === id)
  const gone = before.standards.filter(({ id }) => !has(after, id))
  const added = after.standards.filter(({ id }) => !has(before, id))
  return [
    ...gone.map(({ name }) => `“${name}” is no longer promised to everybody`),
    ...added.map(({ name }) => `“${name}” is promised to everybody`),
  ]
}
