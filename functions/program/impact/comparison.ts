import type { ProgramDocument, PublishedEdition } from '../document.ts'
import { type Edition, editionOf } from '../edition.ts'
import type { Month } from '../month.ts'
import { type Perk, perksOf } from '../perks/perk.ts'
import { type Heir, heirsOf } from '../succession.ts'

/** The rules twice, without a draft and with it, prepared once for all members. */
export interface Comparison {
  /** The first month in which the draft would be in force. */
  readonly month: Month
  /** The editions there are, in order. */
  readonly without: readonly Edition[]
  /** The same, and the draft as the next one. */
  readonly with: readonly Edition[]
  /** The edition that would go on without the draft. */
  readonly latest: Edition
  readonly draft: Edition
  /** Per rank of the latest edition, what that tier becomes in the draft. */
  readonly heirs: readonly Heir[]
  /** By perk id. */
  readonly latestPerks: ReadonlyMap<string, Perk>
  readonly draftPerks: ReadonlyMap<string, Perk>
}

/**
 * Prepares a comparison. `published` are the editions that stand, in order and at least one; `draft` is the draft as it
 * would be published, later than all of them. Throws an EditionError or a MoneyError for what cannot be calculated with.
 */
export function comparisonOf(published: readonly PublishedEdition[], draft: PublishedEdition): Comparison {
  const without = published.map(rulesOf)
  const [latest, next] = [without.at(-1), rulesOf(draft)]
  const last = published.at(-1)
  if (!latest || !last) throw new RangeError('Nothing is published that a draft could be compared with.')
  return {
    ...{ month: next.effectiveFrom, without, with: [...without, next], latest, draft: next },
    heirs: heirsOf(latest, next),
    latestPerks: perksById(last.document),
    draftPerks: perksById(draft.document),
  }
}

const rulesOf = ({ document, ...dated }: PublishedEdition): Edition => editionOf({ ...document, ...dated })

const perksById = (document: ProgramDocument) => new Map(perksOf(document).map((perk) => [perk.id, perk]))
