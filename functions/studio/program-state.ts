import type { Head, Press, PublicationRecord } from '#ledger/press.ts'
import { standingEditions } from '#ledger/publications.ts'
import type { PublishedEdition } from '#program/document.ts'

/** What is published, as it is now: never from a cache, because decisions rest on it. */
export interface ProgramState {
  readonly head: Head
  readonly records: readonly PublicationRecord[]
  /** The editions that stand, each in its latest words, in the order in which they take effect. */
  readonly published: readonly PublishedEdition[]
}

/** Read between two looks at the head, so that both are of one moment. */
export async function programState(press: Pick<Press, 'head' | 'publications'>): Promise<ProgramState> {
  for (;;) {
    const head = await press.head()
    const records = await press.publications()
    if ((await press.head()).version === head.version) return { head, records, published: standingEditions(records) }
  }
}

/** An edition that stands, in its latest words. */
export const editionIn = ({ published }: ProgramState, number: number): PublishedEdition | undefined =>
  published.find(({ edition }) => edition === number)

/** The edition that a new one would follow; undefined while there is none. */
export const latestIn = ({ published }: ProgramState): PublishedEdition | undefined => published.at(-1)

/** The number that comes next: one that was withdrawn is never another's. */
export const nextNumber = ({ records }: ProgramState): number =>
  1 + Math.max(0, ...records.map(({ edition: { edition } }) => edition))
