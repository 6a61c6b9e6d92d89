import type { Edition } from '../edition.ts'
import type { Comparison } from './comparison.ts'

export type Direction = 'up' | 'down'

/**
 * Whether a rank of the draft is another one than a rank of the latest edition, and which way; null where the member holds
 * what their tier becomes. A tier that only has another id is no move: the heir of a tier is where it was, unless it was a
 * tier already, above or below.
 */
export function directionOf(
  { latest, draft, heirs }: Pick<Comparison, 'latest' | 'draft' | 'heirs'>,
  without: number,
  rank: number,
): Direction | null {
  const place = placeOf(latest, draft, rank)
  if (place === without) return null
  const isNew = !latest.tiers.some(({ id }) => id === draft.tiers[rank]?.id)
  if (isNew && heirs[without] === rank) return null
  return place > without ? 'up' : 'down'
}

/**
 * Where a tier of the draft stands on the latest edition's ladder: at its own rank; a new one at the highest of those that
 * it replaces, else half a step above the tier below it.
 */
function placeOf(latest: Edition, draft: Edition, rank: number): number {
  const tier = draft.tiers[rank]
  if (!tier) return -0.5
  const own = latest.tiers.findIndex(({ id }) => id === tier.id)
  if (own >= 0) return own
  const replaced = latest.tiers.findLastIndex(({ id }) => tier.replaces.includes(id))
  if (replaced >= 0) return replaced
  return Math.floor(placeOf(latest, draft, rank - 1)) + 0.5
}
