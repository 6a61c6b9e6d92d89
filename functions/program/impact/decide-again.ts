import { decide } from '../perks/decide.ts'
import type { Perk } from '../perks/perk.ts'
import { afterUse, type Uses } from '../perks/uses.ts'
import type { MemberSums } from '../sums.ts'
import type { Comparison } from './comparison.ts'
import { heldAt } from './held-in.ts'

/** A use that was granted and stands: what it was used on, and what was known then. */
export interface PastUse {
  /** Epoch milliseconds. */
  readonly at: number
  readonly perk: string
  /** The id of the tier that had it. */
  readonly tier: string
  readonly basket: PastBasket | null
  /** As it was booked, minor units. */
  readonly costMinor: number
  readonly usesBefore: Uses | null
  readonly usedInOrder: number | null
}

interface PastBasket {
  readonly amountMinor: number
  readonly categories: readonly string[]
  readonly order?: string
}

/** A use that the draft's terms would have granted, and the id of the draft's tier that would have had it. */
export interface GrantedAgain {
  readonly perk: string
  readonly tier: string
}

/**
 * The past uses of one member (ascending by instant) decided again, each at its instant, by the draft's terms and under the
 * tier that its rules would have given then, had they always been in force. What is refused now leaves its place in a limit
 * to the next; attempts that were refused then are not known to be wanted, and not granted.
 */
export function decideAgain(sums: MemberSums, uses: readonly PastUse[], comparison: Comparison): GrantedAgain[] {
  const { draft, draftPerks } = comparison
  const ranks = heldAt(
    sums,
    [draft],
    uses.map(({ at }) => at),
  )
  const counted = new Map<string, Uses | null>()
  const ordered = new Map<string, number>()
  return uses.flatMap((use, index) => {
    const perk = draftPerks.get(use.perk)
    const rank = ranks[index] ?? 0
    return perk && isGranted(use, perk, rank, { counted, ordered, timeZone: draft.timeZone })
      ? [{ perk: perk.id, tier: draft.tiers[rank]?.id ?? '' }]
      : []
  })
}

/** What has been granted again so far: uses by perk, and by perk and order. */
interface Counters {
  readonly counted: Map<string, Uses | null>
  readonly ordered: Map<string, number>
  readonly timeZone: string
}

function isGranted(use: PastUse, perk: Perk, rank: number, { counted, ordered, timeZone }: Counters): boolean {
  // What was used before the first of these uses counts as it did then.
  const before = counted.has(perk.id) ? (counted.get(perk.id) ?? null) : use.usesBefore
  counted.set(perk.id, before)
  const order = use.basket?.order === undefined ? null : JSON.stringify([perk.id, use.basket.order])
  const usedInOrder = order === null ? 0 : (ordered.get(order) ?? use.usedInOrder ?? 0)
  const { amountMinor = 0, categories = [] } = use.basket ?? {}
  const basket = { amountMinor, categories, usedInOrder }
  if (!decide(perk, { rank, uses: before, timeZone }, basket, use.at).entitled) return false
  counted.set(perk.id, afterUse(before, use.at, timeZone))
  if (order !== null) ordered.set(order, usedInOrder + 1)
  return true
}
