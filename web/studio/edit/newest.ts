import type { ProgramDocument } from '#program/document.ts'

/** A revision of an edition, by its numbers. */
export interface Revision {
  readonly edition: number
  readonly revision: number
}

/** What was published after a draft was begun: the latest of it, and what it says. */
export interface Newer extends Revision {
  readonly document: ProgramDocument
}

interface Row extends Revision {
  readonly state: string
}

/** The latest revision that stands, if it is later than the one that a draft was begun from. */
export function newestSince(rows: readonly Row[], base: Revision): Revision | null {
  const [newest] = rows
    .filter(({ state }) => state !== 'withdrawn')
    .sort((one, other) => other.edition - one.edition || other.revision - one.revision)
  if (!newest) return null
  const isNewer = newest.edition > base.edition || (newest.edition === base.edition && newest.revision > base.revision)
  return isNewer ? { edition: newest.edition, revision: newest.revision } : null
}
