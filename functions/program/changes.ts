import { sentencesFrom } from './changes/clause.ts'
import { perkChanges } from './changes/perk-changes.ts'
import { ruleChanges } from './changes/rule-changes.ts'
import { standardChanges } from './changes/standard-changes.ts'
import { tierChanges } from './changes/tier-changes.ts'
import type { ProgramDocument } from './document.ts'
import { dayWords } from './words/date-words.ts'
import { ENGLISH_TELLING } from './words/english-telling.ts'
import type { Telling } from './words/telling.ts'

/**
 * What an edition changed, change by change, for customers: "Gold: spend in 12 months from £1,000 to £1,200, from
 * 1 March 2027. Who is Gold then stays Gold until their date." `effectiveFrom` is the edition's month ("2027-03"). Rules, perks and prices; how something is worded is
 * no change of the program.
 */
export function changesOf(
  before: ProgramDocument,
  after: ProgramDocument,
  effectiveFrom: string,
  wording: Telling = ENGLISH_TELLING,
): readonly string[] {
  const day = dayWords(`${effectiveFrom}-01`, wording.locale)
  const changes = [
    ...tierChanges(before, after, wording),
    ...ruleChanges(before, after, wording),
    ...perkChanges(before, after, wording),
    ...standardChanges(before, after, wording),
  ]
  return sentencesFrom(changes, day, wording)
}
