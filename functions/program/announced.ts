import { type Clause, sentencesFrom } from './changes/clause.ts'
import { perkChanges } from './changes/perk-changes.ts'
import { ruleChanges } from './changes/rule-changes.ts'
import { standardChanges } from './changes/standard-changes.ts'
import { changesOfTier, tierChanges } from './changes/tier-changes.ts'
import type { ProgramDocument, PublishedEdition } from './document.ts'
import { localized } from './localized.ts'
import type { PublicRecord } from './public-site.ts'
import { dayWords } from './words/date-words.ts'
import { tellingOf } from './words/telling-of.ts'

/** What an announcement is looked at for: all of it, or the part that concerns a page. */
export type Concern = 'all' | 'perks' | 'standards' | { readonly tier: string }

export interface Announcement {
  readonly edition: number
  /** "2027-03". */
  readonly effectiveFrom: string
  readonly changes: readonly string[]
}

/** What is published to take effect after an edition, as far as it concerns a page; what does not is left out. */
export function announcedAfter(
  edition: PublishedEdition,
  records: readonly PublicRecord[],
  { language, concern }: { readonly language: string; readonly concern: Concern },
): readonly Announcement[] {
  const standing = new Map(
    records.filter((one) => one.withdrawnAt === null).map((one) => [one.edition.edition, one.edition]),
  )
  const later = [...standing.values()]
    .filter(({ effectiveFrom }) => effectiveFrom > edition.effectiveFrom)
    .sort((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1))
  return later.flatMap((next, index) => {
    const before = localized((later[index - 1] ?? edition).document, language)
    const changes = clauses(before, localized(next.document, language), { language, concern })
    const wording = tellingOf(language)
    const day = dayWords(`${next.effectiveFrom}-01`, wording.locale)
    const dated = sentencesFrom(changes, day, wording)
    return dated.length === 0 ? [] : [{ edition: next.edition, effectiveFrom: next.effectiveFrom, changes: dated }]
  })
}

function clauses(
  before: ProgramDocument,
  after: ProgramDocument,
  { language, concern }: { readonly language: string; readonly concern: Concern },
): readonly Clause[] {
  const wording = tellingOf(language)
  switch (concern) {
    case 'all':
      return [
        ...tierChanges(before, after, wording),
        ...ruleChanges(before, after, wording),
        ...perkChanges(before, after, wording),
        ...standardChanges(before, after, wording),
      ]
    case 'perks':
      return perkChanges(before, after, wording)
    case 'standards':
      return standardChanges(before, after, wording)
    default:
      return [...changesOfTier(concern.tier, { before, after, wording }), ...ruleChanges(before, after, wording)]
  }
}
