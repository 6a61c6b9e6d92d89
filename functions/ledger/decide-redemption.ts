import type { PublishedEdition } from '#program/document.ts'
import { type Basket, decide } from '#program/perks/decide.ts'
import type { Perk } from '#program/perks/perk.ts'
import type { Uses } from '#program/perks/uses.ts'
import { standing, tierAt } from '#program/standing.ts'
import type { MemberSums } from '#program/sums.ts'
import type { Program } from './ledger.ts'
import { perkIn } from './perks-of-edition.ts'
import type { Redemption, RedemptionRequest, RefusedRedemption } from './redemption.ts'

/** All that a decision goes by. */
export interface Grounds {
  readonly program: Program
  /** What counts at `at`. */
  readonly sums: MemberSums
  readonly uses: Uses | null
  /** Uses that stand for the order named; 0 when none is. */
  readonly usedInOrder: number
  /** Epoch milliseconds, not before the last use. */
  readonly at: number
}

/** A use as decided; what it costs is looked up by its edition afterwards, and its salt is drawn. */
export type Decided =
  | {
      readonly kind: 'granted'
      readonly redemption: Omit<Redemption, 'costMinor' | 'salt'>
      readonly published: PublishedEdition
    }
  | { readonly kind: 'refused'; readonly refusal: RefusedRedemption }
  | { readonly kind: 'unknown_perk' }

/**
 * Decides about one use at one instant, by the edition in force then and no other (trust.md, I11). Without a basket no
 * condition on one transaction is met: nothing is granted unproven.
 */
export function decideRedemption(id: string, { key: _, ...request }: RedemptionRequest, grounds: Grounds): Decided {
  const { program, sums, uses, usedInOrder, at } = grounds
  const { edition, rank } = standing(sums, program.rules, at)
  const asked = { id, ...request, tier: tierAt(edition, rank).id, edition: edition.edition, at }
  const published = program.published.find((of) => of.edition === edition.edition)
  const perk = published && perkIn(published, request.perk)
  if (!published || !perk) {
    if (!program.published.some((other) => perkIn(other, request.perk))) return { kind: 'unknown_perk' }
    const allowance = { used: uses?.ever ?? 0, left: null, resetsOn: null }
    return {
      kind: 'refused',
      refusal: { kind: 'refused', ...asked, reason: 'not_in_force', missing: null, ...allowance },
    }
  }
  const basket: Basket = { ...(request.basket ?? NO_BASKET), usedInOrder }
  const decision = decide(perk, { rank, uses, timeZone: edition.timeZone }, basket, at)
  if (!decision.entitled) {
    const { reason, missing, used, left, resetsOn } = decision
    return { kind: 'refused', refusal: { kind: 'refused', ...asked, reason, missing, used, left, resetsOn } }
  }
  const redemption = {
    ...{ kind: 'redemption' as const, ...asked, worthMinor: perk.worthMinor, usesBefore: uses },
    usedInOrder: request.basket?.order !== undefined && countsOrders(perk) ? usedInOrder : null,
    left: decision.left === null ? null : decision.left - 1,
  }
  return { kind: 'granted', redemption, published }
}

const NO_BASKET = { amountMinor: 0, categories: [] }

/** Whether any tier has the perk so many times an order: what was used under one tier counts under another. */
const countsOrders = (perk: Perk) => perk.terms.some((terms) => terms?.limit?.per === 'order')
