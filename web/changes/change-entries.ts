import { type HistoryEntry, historyOf } from '#program/history.ts'
import { dayWords } from '#program/words/date-words.ts'
import { dayOf } from '#program/zone.ts'
import type { PageWords } from '../words/english.ts'

/** Something that was published, as it is told on the page and in the feed. */
export interface ChangeEntry {
  /** "edition-3", "edition-3-2": stays the same for ever. */
  readonly anchor: string
  readonly title: string
  /** In force, announced, withdrawn; null for what is past. */
  readonly state: string | null
  readonly dates: string
  readonly sentences: readonly string[]
  /** RFC 3339: when it was published, and when anything about it changed last. */
  readonly published: string
  readonly updated: string
}

/** Newest first. */
export function changeEntries({ edition, language, site }: App.Locals, words: PageWords): readonly ChangeEntry[] {
  const { timeZone } = edition.document
  const day = (instant: number) => dayWords(dayOf(instant, timeZone), words.wording.locale)
  const history = historyOf(site.publications, language)
  return history.toReversed().map((entry) => {
    const { edition: number, revision = 1, publishedAt, effectiveFrom } = entry.edition
    const published = day(Date.parse(publishedAt))
    const { changes } = words
    return {
      anchor: revision > 1 ? `edition-${number}-${revision}` : `edition-${number}`,
      title: revision > 1 ? changes.revision(number, revision) : changes.edition(number),
      state: stateOf(entry, { shown: edition, words, day }),
      dates:
        entry.kind === 'words'
          ? changes.revised(published)
          : changes.dates(published, monthStart(effectiveFrom, words)),
      sentences: sentencesOf(entry, words),
      published: new Date(publishedAt).toISOString(),
      updated: new Date(entry.withdrawnAt ?? publishedAt).toISOString(),
    }
  })
}

const monthStart = (month: string, { wording }: PageWords): string => dayWords(`${month}-01`, wording.locale)

interface Telling {
  /** The edition that the pages show. */
  readonly shown: App.Locals['edition']
  readonly words: PageWords
  /** An instant (epoch milliseconds) as a day. */
  readonly day: (instant: number) => string
}

function stateOf({ edition, withdrawnAt }: HistoryEntry, { shown, words, day }: Telling): string | null {
  if (withdrawnAt !== null) return words.changes.withdrawn(day(withdrawnAt))
  if (edition.effectiveFrom > shown.effectiveFrom) {
    return words.changes.announced(monthStart(edition.effectiveFrom, words))
  }
  const isShown = edition.edition === shown.edition && (edition.revision ?? 1) === (shown.revision ?? 1)
  return isShown ? words.changes.inForce : null
}

function sentencesOf({ kind, changes }: HistoryEntry, { changes: says }: PageWords): readonly string[] {
  switch (kind) {
    case 'first':
      return [says.first]
    case 'rules':
      return changes.length > 0 ? changes : [says.nothing]
    case 'words':
      return [says.words]
    default:
      return kind satisfies never
  }
}
