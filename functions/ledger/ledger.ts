import type { ProgramCosts, PublishedEdition } from '#program/document.ts'
import type { Edition } from '#program/edition.ts'
import type { LedgerEvent } from '#program/event.ts'
import type { RefundTotal } from '#program/net.ts'
import type { Uses } from '#program/perks/uses.ts'
import type { MemberSums } from '#program/sums.ts'
import type { Redeemed, Redemption, RedemptionRequest, RefusedRedemption, Reversal, Reversed } from './redemption.ts'

/**
 * What recording came to. `recorded`: it is stored now. `duplicate`: it had been, with the same content. `conflict`: its
 * identity is taken by other content, which stands. `retry`: it is not known to be stored, because the database was busy
 * for too long; send it again, which is safe even if it was stored after all.
 */
export type Outcome = 'recorded' | 'duplicate' | 'conflict' | 'retry'

/** A recorded fact. Entries are never changed or deleted; only a person's erasure takes out what is theirs (`erase.ts`). */
export type Entry = LedgerEvent & {
  /** Epoch milliseconds. */
  readonly recordedAt: number
  /**
   * 128 random bits in hexadecimal, where the event says something personal (an address, a name, a note): the proof that
   * the entry is there commits to those with it, and still holds when they have been erased.
   */
  readonly salt?: string
  /** The commitment to what was personal, once that has been erased. */
  readonly personal?: string
}

/** What the member's one item holds. */
export interface MemberRecord {
  readonly id: string
  readonly sums: MemberSums
  /** How many entries of shops there are, so that a lagging index is noticed. */
  readonly entries: number
  /** How many redemptions and reversals there are, for the same reason. */
  readonly redemptions: number
  /** What was used of each perk, by perk id; one that was never used is not in it. */
  readonly uses: ReadonlyMap<string, Uses>
  /**
   * Epoch milliseconds of the latest event that lay in the future when it was recorded; null when there was none. For an
   * instant before it the sums count too much, and the standing is folded from the entries instead.
   */
  readonly aheadUntil: number | null
  readonly name: string | null
  /** Epoch milliseconds of the earliest enrolment. */
  readonly enrolledAt: number | null
  /** Sessions that began before this instant (epoch milliseconds) are over. */
  readonly signedOutAt: number | null
  /** The code of the member's card (`program/card-code.ts`); null until one is asked for. */
  readonly card: string | null
  /** The member is being erased: nobody is signed in as them any more, and nothing is recorded until it is done. */
  readonly isErasing?: true
}

/** The editions there are, oldest first: as published, and as rules to calculate with (same order). */
export interface Program {
  readonly published: readonly PublishedEdition[]
  readonly rules: readonly Edition[]
}

/** An event that was not stored, kept so that operations can see, mend and replay it. */
export interface Refusal {
  readonly id: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly outcome: 'rejected' | 'conflict'
  /** The subject of the token that sent it. */
  readonly sender: string
  readonly code: string
  readonly detail: string
  /** The event as it came, free of what must not be stored. */
  readonly event: unknown
}

/** What a member's refunds ask back of one purchase beyond what it gave: received = applied + open. */
export interface OpenRefund {
  readonly member: string
  readonly source: string
  /** The id of the purchase that the refunds name. */
  readonly purchase: string
  readonly reason: 'purchase_not_arrived' | 'not_a_purchase' | 'more_than_was_left'
  readonly received: RefundTotal
  readonly applied: RefundTotal
}

export interface Page<T> {
  readonly items: readonly T[]
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null
}

/** The ledger's front door. Every other room goes through it; none of them knows the database. */
export interface Ledger {
  /**
   * Records events, of any members, in the order given; answers one outcome each, in the same order. One transaction per
   * member and up to as many events as fit, so the bulk path is this one.
   */
  record(events: readonly LedgerEvent[]): Promise<readonly Outcome[]>
  /**
   * One GetItem, half a read unit, however long the history. Undefined for a member nothing is known of, and for the pseudonym
   * of one who was erased.
   */
  member(id: string): Promise<MemberRecord | undefined>
  /** What shops reported of a member, oldest first. Throws {@link Busy} while the index has not caught up. */
  history(member: string): Promise<readonly Entry[]>
  /**
   * Uses one perk of one member, at most once per key and never beyond its limit: one reading and one transaction. Throws a
   * RangeError for a basket whose amount is no whole number of minor units.
   */
  redeem(request: RedemptionRequest): Promise<Redeemed>
  /** Takes a use back, at most once, in the windows and the month that it came from. */
  reverse(redemption: string, sender: string): Promise<Reversed>
  /** Redemptions and reversals of a member, oldest first. Throws {@link Busy} while the index has not caught up. */
  redemptions(member: string): Promise<readonly (Redemption | Reversal)[]>
  /** The member recognised by the keyed hash of a verified address. */
  memberByEmail(emailHash: string): Promise<string | undefined>
  /** The code of the member's card, made at first need and then the same for ever. Throws {@link Busy}. */
  giveCard(member: string): Promise<string>
  /** The member whose card has this code. */
  memberByCard(code: string): Promise<string | undefined>
  /** Attempts of a member to use a perk that were refused, oldest first; one made a moment ago may be missing. */
  refusedUses(member: string): Promise<readonly RefusedRedemption[]>
  /**
   * Takes everything personal of a member away for good and leaves the rest under their pseudonym, whose key is given (at
   * least 32 bytes): see `erase.ts`. Nothing is done where nothing is known. Throws {@link Busy} with part of it done; the
   * same call completes it.
   */
  erase(member: string, key: Uint8Array): Promise<void>
  /** Ends every session of the member that began before `at`. */
  signOut(member: string, at: number): Promise<void>
  /** Cached for a minute: editions take effect no sooner than ten minutes after they are published. */
  program(): Promise<Program>
  /** The program is read anew at the next call: something was published past this door. */
  reread(): void
  /**
   * Adds an edition, and beside it what its perks cost; false when that number is taken already (somebody else published
   * first). Amounts of costs are decimal strings in the program's currency.
   */
  publish(edition: PublishedEdition, costs?: ProgramCosts): Promise<boolean>
  /** What the perks of an edition cost, for finance only; empty where nothing was stated. */
  costs(edition: number): Promise<ProgramCosts>
  refuse(refusal: Omit<Refusal, 'id'>): Promise<void>
  refusals(page: { readonly limit: number; readonly cursor: string | null }): Promise<Page<Refusal>>
  /** One refusal; undefined for an id that is not one, whatever it contains. */
  refusal(id: string): Promise<Refusal | undefined>
  /**
   * Refunds beyond their purchase, and those whose purchase is not there, in no order. Reads through the table: for
   * reports, not for decisions. A page may hold fewer items than `limit`; the last one has no cursor.
   */
  openRefunds(page: { readonly limit: number; readonly cursor: string | null }): Promise<Page<OpenRefund>>
}

/** The database is too busy, or an index lags: nothing was done, the same request may be sent again. */
export class Busy extends Error {
  override readonly name = 'Busy'
}
