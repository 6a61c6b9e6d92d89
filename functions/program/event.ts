import { compareCodePoints } from './code-points.ts'

/**
 * What happened, as parsed: amounts are minor units of the program's currency, times are epoch milliseconds.
 * `source` and `id` together are the event's identity for ever (standing.md, "What is known").
 */
export type LedgerEvent = Purchase | Refund | Balance | Plan | Enrolment

interface Happened {
  readonly source: string
  readonly id: string
  /** The member it is about. */
  readonly subject: string
  /** When it happened, not when it arrived. */
  readonly time: number
}

/** Goods bought: `amountMinor` is what qualifies, net of tax, shipping and perks, as the shop decides. */
export interface Purchase extends Happened {
  readonly type: 'purchase'
  readonly amountMinor: number
  readonly units: number
  readonly categories?: readonly string[]
  readonly note?: string
}

/** Money back. With `purchase` it counts in that purchase's month, without it (a return with no receipt) in its own. */
export interface Refund extends Happened {
  readonly type: 'refund'
  /** The id of the purchase, of the same source. */
  readonly purchase?: string
  readonly amountMinor: number
  readonly units: number
}

/** The balance of an account from that moment on. */
export interface Balance extends Happened {
  readonly type: 'balance'
  readonly balanceMinor: number
  readonly account?: string
}

/** A paid plan that runs in [from, until). */
export interface Plan extends Happened {
  readonly type: 'plan'
  readonly plan: string
  readonly from: number
  readonly until: number
}

/** The member joined. The address is kept only as a keyed hash, to recognise the person at sign-in. */
export interface Enrolment extends Happened {
  readonly type: 'enrolment'
  readonly emailHash?: string
  readonly name?: string
}

/** The event's identity as one string; injective, whatever characters source and id contain. */
export function identityOf(event: { readonly source: string; readonly id: string }): string {
  return JSON.stringify([event.source, event.id])
}

/** Whether two events of the same identity say the same (type, subject, instant and data, amounts by value). */
export function sameContent(one: LedgerEvent, other: LedgerEvent): boolean {
  return contentOf(one) === contentOf(other)
}

/** The content in one canonical order; undefined fields count as absent. */
function contentOf(event: LedgerEvent): string {
  return JSON.stringify(event, [...FIELDS])
}

const FIELDS = [
  ...['type', 'subject', 'time', 'amountMinor', 'units', 'categories', 'note', 'purchase', 'balanceMinor', 'account'],
  ...['plan', 'from', 'until', 'emailHash', 'name'],
] as const

/** The total order of events: by time, equal instants by source, then id, by code point (standing.md). */
export function compareEvents(one: Instant, other: Instant): number {
  return one.time - other.time || compareCodePoints(one.source, other.source) || compareCodePoints(one.id, other.id)
}

type Instant = Pick<LedgerEvent, 'time' | 'source' | 'id'>
