import type { EditionRow } from '../../../web/studio/editions/edition-row.ts'

/** An edition as the API lists it. */
export const editionRow = (edition: number, effectiveFrom: string, rest: Partial<EditionRow> = {}): EditionRow => ({
  ...{ edition, revision: 1, effectiveFrom, publishedAt: `${effectiveFrom}-01T09:00:00Z` },
  ...{ state: 'in force', isLatestRevision: true, changes: [] },
  ...rest,
})
