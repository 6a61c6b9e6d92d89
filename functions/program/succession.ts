import type { Edition } from './edition.ts'

/** The tier a tier becomes in a later edition: its rank there; null when it was withdrawn and no tier replaces it. */
export type Heir = number | null

/**
 * Per rank of an edition, what becomes of that tier in the next one: it keeps its id, or the tier that names it in
 * `replaces` takes over (standing.md, "Between editions").
 */
export function heirsOf(before: Edition, after: Edition): readonly Heir[] {
  return before.tiers.map(({ id }) => {
    const same = after.tiers.findIndex((tier) => tier.id === id)
    if (same >= 0) return same
    const heir = after.tiers.findIndex((tier) => tier.replaces.includes(id))
    return heir >= 0 ? heir : null
  })
}
