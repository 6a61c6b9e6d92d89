import type { Limit, Perk, Terms } from './perk.ts'
import { nextWindowDay } from './span.ts'
import { type Uses, usedIn } from './uses.ts'

/** What a member is about to buy, as far as terms ask about it. */
export interface Basket {
  readonly amountMinor: number
  readonly categories: readonly string[]
  /** Uses of this perk that stand for the same order; 0 where orders are not told apart. */
  readonly usedInOrder: number
}

/** Who asks: the rank held at the instant, and what was used of this perk before. */
export interface PerkHolder {
  readonly rank: number
  readonly uses: Uses | null
  readonly timeZone: string
}

/** Of an allowance: how much is used and left, and the first day on which it is whole again (null: never, or no limit). */
export interface Allowance {
  readonly used: number
  /** Null without a limit. */
  readonly left: number | null
  readonly resetsOn: string | null
}

export type RefusalReason = 'tier_too_low' | 'limit_reached' | 'basket_too_small' | 'category_not_covered'

export type Decision = Allowance &
  (
    | { readonly entitled: true; readonly terms: Terms }
    | {
        readonly entitled: false
        readonly reason: RefusalReason
        readonly terms: Terms | null
        readonly missing: Missing
      }
  )

/** What would change a refusal. */
export type Missing =
  /** The lowest rank that has the perk; null when no tier has it. */
  | { readonly what: 'tier'; readonly rank: number | null }
  | { readonly what: 'amount'; readonly amountMinor: number }
  /** One of these in the basket. */
  | { readonly what: 'category'; readonly categories: readonly string[] }
  /** The day on which the allowance is whole again; null when that day never comes. */
  | { readonly what: 'allowance'; readonly resetsOn: string | null }

/**
 * Whether a member has a perk at an instant (epoch milliseconds), with its terms and what is left of it, or why not. A null
 * basket leaves the conditions on one transaction open: they are part of the terms. The one decision of till, quote, page and
 * simulator (program.md).
 */
export function decide(perk: Perk, { rank, uses, timeZone }: PerkHolder, basket: Basket | null, at: number): Decision {
  const terms = perk.terms[rank] ?? null
  if (!terms) {
    const lowest = perk.terms.findIndex((of) => of !== null)
    return {
      entitled: false,
      reason: 'tier_too_low',
      terms,
      missing: { what: 'tier', rank: lowest < 0 ? null : lowest },
      ...NOTHING,
    }
  }
  const allowance = allowanceOf(terms.limit, uses, basket, at, timeZone)
  const refuse = (reason: RefusalReason, missing: Missing): Decision => ({
    ...{ entitled: false, reason, terms, missing },
    ...allowance,
  })
  if (allowance.left === 0) return refuse('limit_reached', { what: 'allowance', resetsOn: allowance.resetsOn })
  if (basket && terms.categories && !terms.categories.some((category) => basket.categories.includes(category))) {
    return refuse('category_not_covered', { what: 'category', categories: terms.categories })
  }
  if (basket && terms.overMinor !== null && basket.amountMinor < terms.overMinor) {
    return refuse('basket_too_small', { what: 'amount', amountMinor: terms.overMinor - basket.amountMinor })
  }
  return { entitled: true, terms, ...allowance }
}

const NOTHING: Allowance = { used: 0, left: null, resetsOn: null }

/** left = max(0, limit of the tier held now − used in the window), whatever tier it was used under. */
function allowanceOf(limit: Limit | null, uses: Uses | null, basket: Basket | null, at: number, timeZone: string) {
  if (!limit) return { ...NOTHING, used: uses?.ever ?? 0 }
  const { count, per } = limit
  const used = per === 'order' ? (basket?.usedInOrder ?? 0) : usedIn(uses, per, at, timeZone)
  const resetsOn = per === 'order' || per === 'ever' ? null : nextWindowDay(per, at, timeZone)
  return { used, left: Math.max(0, count - used), resetsOn }
}
