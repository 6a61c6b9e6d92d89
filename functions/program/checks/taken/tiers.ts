import type { ProgramDocument, TierDocument } from '../../document.ts'
import { andWords } from '../../words/list-words.ts'
import { place } from '../finding.ts'
import type { Taken } from './taken.ts'

/** Tiers that are withdrawn, with an heir or without, and those that no longer stand above another. */
export function takenTiers(before: ProgramDocument, after: ProgramDocument): Taken[] {
  const rankOf = new Map(after.tiers.map(({ id }, rank) => [id, rank]))
  return before.tiers.flatMap((tier, oldRank) => {
    const rank = rankOf.get(tier.id)
    if (rank === undefined) return [withdrawn(tier)]
    const passed = before.tiers.slice(0, oldRank).filter(({ id }) => (rankOf.get(id) ?? -1) > rank)
    return passed.length === 0 ? [] : [lower(tier, passed, rank)]
  })
}

const withdrawn = ({ name }: TierDocument): Taken => ({
  ...{ what: 'tier_gone', place: place('tiers') },
  sentence: `${name} is withdrawn.`,
  keep: `keep ${name}`,
})

const lower = ({ name }: TierDocument, passed: readonly TierDocument[], rank: number): Taken => {
  const others = andWords(passed.map((tier) => tier.name))
  return {
    ...{ what: 'rank_lower', place: place('tiers', rank) },
    sentence: `${name} no longer stands above ${others}.`,
    keep: `leave ${name} above ${others}`,
  }
}
