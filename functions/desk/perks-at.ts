import { faultyFields, Problem } from '#http/problem.ts'
import type { Ledger, MemberRecord } from '#ledger/ledger.ts'
import { sumsOf } from '#ledger/standing-of.ts'
import { usesOf } from '#ledger/uses-of.ts'
import { basketOf } from '#program/perks/basket-of.ts'
import type { Basket } from '#program/perks/decide.ts'
import type { PerksBody } from '#program/perks/perk-body.ts'
import { perksBody } from '#program/perks/perks-json.ts'
import { standing } from '#program/standing.ts'
import { editionOf } from './edition-of.ts'

export interface PerksQuestion {
  readonly amount?: string | undefined
  readonly categories?: readonly string[] | undefined
  /** Epoch milliseconds. */
  readonly asOf: number
  readonly now: number
}

/**
 * What a member has of each perk at an instant (api.md, `GET /members/{id}/perks`), with the uses that stood then. Throws a
 * 422 problem for a basket that cannot be, and a 404 when nothing was known of the member.
 */
export async function perksAt(ledger: Ledger, member: string, question: PerksQuestion): Promise<PerksBody> {
  const { asOf, now } = question
  const { published, rules } = await ledger.program()
  const basket = basketIn(question, published[0]?.document.currency ?? '')
  const record = await ledger.member(member)
  const sums = record && isKnown(record) ? await sumsOf(ledger, record, { now, asOf }) : undefined
  if (!record || !sums) throw unknownMember()
  const held = standing(sums, rules, asOf)
  const uses = await usesOf(ledger, record, { now, asOf, timeZone: held.edition.timeZone })
  return perksBody(member, held, editionOf(published, held.edition.edition).document, uses, basket)
}

/** Whoever nothing was ever reported of is nobody, also where an end of sessions is noted. */
const isKnown = ({ entries }: MemberRecord) => entries > 0

const unknownMember = () =>
  new Problem(404, 'unknown_member', 'Nothing is known of this member at that time. Check the id.')

function basketIn({ amount, categories }: PerksQuestion, currency: string): Basket | null {
  if (amount === undefined) {
    if (categories === undefined) return null
    const detail = 'Categories say what is in a basket, and its amount is missing. Add amount, or leave categories out.'
    throw faultyFields(422, [{ pointer: '/query/amount', code: 'missing', detail }])
  }
  const read = basketOf({ amount, currency, categories }, currency)
  if ('basket' in read) return read.basket
  const { field, code, detail } = read.fault
  throw faultyFields(422, [{ pointer: `/query/${field}`, code, detail }])
}
