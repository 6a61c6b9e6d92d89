import { changesOf } from './changes.ts'
import type { PublishedEdition } from './document.ts'
import { localized } from './localized.ts'
import type { PublicRecord } from './public-site.ts'
import { tellingOf } from './words/telling-of.ts'

/** Something that was published, and what it changed. */
export interface HistoryEntry extends PublicRecord {
  /** `words`: a revision, which leaves every rule as it was. */
  readonly kind: 'first' | 'rules' | 'words'
  /** One sentence each, in the language asked for. */
  readonly changes: readonly string[]
}

/** Everything that was ever published, in the order in which it was, told in a language. */
export const historyOf = (records: readonly PublicRecord[], language: string): readonly HistoryEntry[] =>
  records
    .toSorted((one, other) => publishedAt(one) - publishedAt(other))
    .map((record) => {
      const before = beforeIt(record, records)
      const { document, effectiveFrom } = record.edition
      const [was, is] = [before && localized(before.document, language), localized(document, language)]
      const changes = was ? changesOf(was, is, effectiveFrom, tellingOf(language)) : []
      return { ...record, kind: kindOf(record, before), changes }
    })

const publishedAt = ({ edition }: PublicRecord): number => Date.parse(edition.publishedAt)

const revisionOf = ({ revision = 1 }: PublishedEdition): number => revision

function kindOf({ edition }: PublicRecord, before: PublishedEdition | undefined): HistoryEntry['kind'] {
  if (revisionOf(edition) > 1) return 'words'
  return before ? 'rules' : 'first'
}

/** The revision before it; of the first one, what stood for the time before it when it was published. */
function beforeIt({ edition }: PublicRecord, records: readonly PublicRecord[]): PublishedEdition | undefined {
  const editions = records.map((record) => record.edition)
  if (revisionOf(edition) > 1) {
    return editions.find((one) => one.edition === edition.edition && revisionOf(one) === revisionOf(edition) - 1)
  }
  const at = Date.parse(edition.publishedAt)
  return records
    .filter(({ withdrawnAt }) => withdrawnAt === null || withdrawnAt > at)
    .map((record) => record.edition)
    .filter((one) => one.effectiveFrom < edition.effectiveFrom && one.edition < edition.edition)
    .reduce<PublishedEdition | undefined>((latest, one) => (latest && isLater(latest, one) ? latest : one), undefined)
}

const isLater = (one: PublishedEdition, other: PublishedEdition): boolean =>
  one.effectiveFrom === other.effectiveFrom
    ? revisionOf(one) > revisionOf(other)
    : one.effectiveFrom > other.effectiveFrom
