import type { ProgramDocument } from '../../document.ts'
import { place } from '../finding.ts'
import type { Taken } from './taken.ts'

/** What was promised to everybody and is no longer. How a standard is worded is no rule. */
export function takenPromises(before: ProgramDocument, after: ProgramDocument): Taken[] {
  const kept = new Set(after.standards.map(({ id }) => id))
  return before.standards
    .filter(({ id }) => !kept.has(id))
    .map(({ name }) => ({
      ...{ what: 'standard_gone', place: place('standards') },
      sentence: `“${name}” is no longer promised to everybody.`,
      keep: `keep “${name}”`,
    }))
}
