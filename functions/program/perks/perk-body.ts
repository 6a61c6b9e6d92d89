import type { PerkKind, PerkTerms } from '../document.ts'
import type { RefusalReason } from './decide.ts'

/** A perk as a member has it now (api.md, `GET /members/{id}/perks` and `GET /me/perks`). */
export interface PerkBody {
  readonly perk: string
  readonly name: string
  readonly kind: PerkKind
  /** Per use, a decimal string in the program's currency. */
  readonly worth: string
  readonly entitled: boolean
  /** Null when entitled. */
  readonly reason: RefusalReason | null
  /** What would change it, in words: "£12 more", "from Gold on", "again from 1 January 2027". Null when entitled. */
  readonly missing: string | null
  /** The terms of the tier held; null where it has none. */
  readonly terms: PerkTerms | null
  /** The same in words: "2 a quarter, in suits and shirts". Null where there are none. */
  readonly words: string | null
  readonly used: number
  /** Null without a limit. */
  readonly left: number | null
  /** The first day on which the allowance is whole again; null when never, or without a limit. */
  readonly resetsOn: string | null
}

/** `GET /members/{id}/perks` and `GET /me/perks`. */
export interface PerksBody {
  readonly member: string
  readonly asOf: string
  readonly edition: number
  readonly currency: string
  readonly tier: { readonly id: string; readonly name: string; readonly rank: number }
  readonly perks: readonly PerkBody[]
}

/** A use that was granted (201; again with the same key: 200, the same body). */
export interface RedemptionBody {
  readonly redemption: string
  readonly perk: string
  readonly tier: string
  readonly edition: number
  readonly at: string
  readonly worth: string
  readonly currency: string
  /** Uses left afterwards; null without a limit. */
  readonly left: number | null
}

/** A use that was taken back (201; asked for again by the same sender: 200, the same body). */
export interface ReversalBody {
  readonly reversal: string
  readonly redemption: string
  readonly perk: string
  readonly at: string
}

/** What a refused redemption (409) says beside its sentence. */
export interface RefusalBody {
  readonly perk: string
  readonly tier: string
  readonly edition: number
  readonly at: string
  /** What would change it, in words; null when nothing that the member can do would. */
  readonly missing: string | null
  /** How much more the basket needs, a decimal string; null when amount is not what is missing. */
  readonly short: string | null
  readonly used: number
  readonly left: number | null
  readonly resetsOn: string | null
}

/** `POST /quote`. */
export interface QuoteBody {
  readonly edition: number
  readonly currency: string
  readonly amount: string
  /** The tier the quote is for: the member's own, the one asked about, or the first. */
  readonly tier: string
  /** Every tier, lowest first. */
  readonly tiers: readonly TierQuote[]
  /** What the order does for the tier of whoever asks. */
  readonly reaches: Reach
}

export interface TierQuote {
  readonly tier: string
  readonly name: string
  readonly gets: readonly QuotedPerk[]
  readonly misses: readonly (QuotedPerk & { readonly reason: RefusalReason; readonly missing: string })[]
}

export interface QuotedPerk {
  readonly perk: string
  readonly name: string
  readonly worth: string
  /** The terms of the tier that is quoted; null where it has none. A quote for nobody in particular knows no uses. */
  readonly terms: PerkTerms | null
  readonly words: string
  /** How much more the basket needs, a decimal string; null when amount is not what is missing. */
  readonly short: string | null
}

export interface Reach {
  /** The tier held once the order counts, when it is higher than before; null otherwise. */
  readonly tier: string | null
  readonly name: string | null
  /** The next tier after that, and what is left to spend for it by its nearest way in spend; null at the top or without one. */
  readonly next: { readonly tier: string; readonly name: string; readonly left: string } | null
}
