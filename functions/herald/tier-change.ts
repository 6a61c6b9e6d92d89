import { createHash } from 'node:crypto'
import { formatInstant } from '#http/instant.ts'
import { directionOf } from '#program/impact/move.ts'
import type { Standing } from '#program/standing.ts'
import { heirsOf } from '#program/succession.ts'

/** What other systems are told when a member's tier changes. It names the member by id, and says nothing else of the person. */
export interface TierChange {
  /** The same whenever the same change is told again: whoever hears it twice drops the second. */
  readonly id: string
  readonly member: string
  /** RFC 3339: when the tier changed. */
  readonly at: string
  /** Sorts a member's changes as text: what is told may arrive in any order, and the greatest is what holds. */
  readonly order: string
  /** What was reported, or the turn of a month, or a paid plan that began or ended within one. */
  readonly because: Because
  /** `replaced`: the tier went, and the one held now took its place where it stood. */
  readonly direction: 'rose' | 'fell' | 'replaced'
  /** The edition in force from then on. */
  readonly edition: number
  readonly from: ToldTier
  readonly to: ToldTier & {
    /** "2027-03-31": the last day it is held if nothing more happens; null for ever. */
    readonly until: string | null
    /** The id of the tier held from the day after; null for ever. */
    readonly then: string | null
  }
}

export type Because = 'activity' | 'month' | 'plan'

export interface ToldTier {
  readonly id: string
  readonly name: string
  /** From 0. */
  readonly rank: number
}

/** Of whom, why, and where in the order of the stream, for what a record of the stream brought. */
export interface Occasion {
  readonly member: string
  readonly because: Because
  readonly sequence?: string
}

/** The longest number that the stream counts its records with has 40 digits. */
const SEQUENCE_DIGITS = 40

/** The change from one standing of a member to the next; null where the tier is the same. */
export function tierChangeOf(before: Standing, after: Standing, occasion: Occasion): TierChange | null {
  if (before.tier.id === after.tier.id) return null
  const { member, because, sequence = '' } = occasion
  const order = `${new Date(after.asOf).toISOString()}/${sequence.padStart(SEQUENCE_DIGITS, '0')}`
  const said = JSON.stringify([member, order, before.tier.id, after.tier.id])
  return {
    id: createHash('sha256').update(said).digest('hex').slice(0, 32),
    ...{ member, at: formatInstant(after.asOf), order, because },
    direction: directionBetween(before, after),
    edition: after.edition.edition,
    from: toldTier(before),
    // biome-ignore lint/suspicious/noThenProperty: the name is that of the standing
    to: { ...toldTier(after), until: after.loss?.until ?? null, then: after.loss?.after.id ?? null },
  }
}

const toldTier = ({ tier: { id, name }, rank }: Standing): ToldTier => ({ id, name, rank })

function directionBetween(before: Standing, after: Standing): TierChange['direction'] {
  const [latest, draft] = [before.edition, after.edition]
  const direction = directionOf({ latest, draft, heirs: heirsOf(latest, draft) }, before.rank, after.rank)
  if (direction === null) return 'replaced'
  return direction === 'up' ? 'rose' : 'fell'
}
