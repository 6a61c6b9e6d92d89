import type { Allowance, Missing, RefusalReason } from '#program/perks/decide.ts'
import type { Uses } from '#program/perks/uses.ts'

/** What a till asks for. `key` is its own name for the request, for ever; the same from another sender is another key. */
export interface RedemptionRequest {
  readonly key: string
  /** The subject of the token that sent it. */
  readonly sender: string
  readonly member: string
  readonly perk: string
  /** What the perk is used on. Null says nothing of it, so no condition on one transaction is met. */
  readonly basket: RedemptionBasket | null
  readonly note?: string
}

export interface RedemptionBasket {
  readonly amountMinor: number
  readonly categories: readonly string[]
  /** The shop's id of the order. Without one every use counts as an order of its own. */
  readonly order?: string
}

interface Asked extends Omit<RedemptionRequest, 'key'> {
  /** Follows from sender and key. */
  readonly id: string
  /** The tier and the edition that decided. */
  readonly tier: string
  readonly edition: number
  /** Epoch milliseconds of the decision; never before the member's last use of the perk. */
  readonly at: number
}

/**
 * One use of a perk. An entry: it is never changed, also not when the use is taken back. Only a person's erasure takes out
 * what is theirs (`erase.ts`).
 */
export interface Redemption extends Asked {
  readonly kind: 'redemption'
  /**
   * 128 random bits in hexadecimal: what the entry's proof commits to without showing it is hashed with them. Once the note
   * has been erased, what follows from them for finance's values alone (`seal/opening.ts`).
   */
  readonly salt: string
  /** The commitment to the note, once that has been erased. */
  readonly personal?: string
  /** Minor units. */
  readonly worthMinor: number
  /** What the use costs by the edition, in minor units; 0 where the edition states no cost. */
  readonly costMinor: number
  /** What had been used before, as the decision saw it: with it anyone can decide again. */
  readonly usesBefore: Uses | null
  /** Uses that stood for the same order; null where orders do not matter to the perk, or none was named. */
  readonly usedInOrder: number | null
  /** Uses left afterwards; null without a limit. */
  readonly left: number | null
}

/** A use taken back: an entry of its own. */
export interface Reversal {
  readonly kind: 'reversal'
  readonly id: string
  /** 128 random bits in hexadecimal, as a redemption has. */
  readonly salt: string
  /** The id of what is taken back. */
  readonly redemption: string
  /** Epoch milliseconds of the use that is taken back, who asked for it, and for which order. */
  readonly usedAt: number
  readonly source: string
  readonly order: string | null
  /** The subject of the token that took it back. */
  readonly sender: string
  readonly member: string
  readonly perk: string
  /** Of the use that is taken back. */
  readonly tier: string
  readonly edition: number
  /** Epoch milliseconds. */
  readonly at: number
  /** What the use had cost, in minor units: it costs nothing any more. */
  readonly costMinor: number
}

/** A refused attempt, kept so that its key has one answer for ever. It changes nothing else. */
export interface RefusedRedemption extends Asked, Allowance {
  readonly kind: 'refused'
  /** `not_in_force`: another edition has the perk, the one in force does not. */
  readonly reason: RefusalReason | 'not_in_force'
  /** What would change it; null when nothing that the member can do would. */
  readonly missing: Missing | null
}

/**
 * What asking for a perk came to. `again`: the answer had been given before under this key, and is the same.
 * `key_reused`: the key belongs to another request, whose answer stands. `retry`: nothing is known to be stored, because the
 * database was busy for too long; send the same request with the same key again. Where member or perk are not known nothing
 * was decided, so nothing is kept under the key.
 */
export type Redeemed =
  | { readonly kind: 'granted'; readonly redemption: Redemption; readonly again: boolean }
  | { readonly kind: 'refused'; readonly refusal: RefusedRedemption; readonly again: boolean }
  | { readonly kind: 'unknown_member' | 'unknown_perk' | 'key_reused' | 'retry' }

/**
 * What taking a use back came to. `already_reversed`: it had been, by the reversal given. `is_reversal`: the id is that of
 * a reversal, which cannot be taken back itself. `was_refused`: the id is that of a refused attempt. `retry`: send it again.
 */
export type Reversed =
  | { readonly kind: 'reversed' | 'already_reversed'; readonly reversal: Reversal }
  | { readonly kind: 'unknown_redemption' | 'is_reversal' | 'was_refused' | 'retry' }
