import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { ProgramCosts } from '#program/document.ts'
import { parseMoney } from '#program/money.ts'
import type { Month } from '#program/month.ts'
import { afterUse, type Uses } from '#program/perks/uses.ts'
import { NOTHING } from '#program/sums.ts'
import { useEntry } from './cost-entry-of.ts'
import { costWrite } from './cost-total.ts'
import { decideRedemption } from './decide-redemption.ts'
import { memberPk, orderPk, redemptionPk, reversalPk } from './keys.ts'
import type { Ledger, MemberRecord } from './ledger.ts'
import { memberRecord } from './member-item.ts'
import { assertNotErasing, notErasing } from './not-erasing.ts'
import type { Known } from './plan.ts'
import { isPseudonym } from './pseudonym.ts'
import type { Redeemed, Redemption, RedemptionRequest } from './redemption.ts'
import { isSameRequest, redemptionIn, redemptionItem, refusedItem } from './redemption-item.ts'
import { newSalt } from './salt.ts'
import type { Database } from './settle.ts'
import { sumsOf } from './standing-of.ts'
import { usesAttribute, usesValue } from './use-counter.ts'
import type { Write } from './write.ts'

/** What redeeming needs from outside. */
export interface Counter extends Database {
  readonly ledger: Pick<Ledger, 'program' | 'history' | 'costs'>
  readonly monthOf: (time: number) => Month
  /** The program's. */
  readonly timeZone: string
  /** Epoch milliseconds; never in a month that is closed. */
  readonly now: () => number
}

interface Plan {
  readonly answer: Redeemed
  readonly writes: readonly Write[]
}

/** Plans the answer to a request, and what has to be written for it, from what is known. Throws {@link Busy}. */
export async function planRedemption(
  counter: Counter,
  id: string,
  request: RedemptionRequest,
  known: Known,
): Promise<Plan> {
  const given = known.get(redemptionPk(id))
  if (given) return { answer: givenAnswer(redemptionIn(given), request), writes: [] }
  // Only a restore that lost the use and kept its reversal gets here: the key has been used up.
  if (known.get(reversalPk(id))) return { answer: { kind: 'key_reused' }, writes: [] }
  const item = known.get(memberPk(request.member))
  assertNotErasing(item)
  if (!item?.entries || isPseudonym(request.member)) return { answer: { kind: 'unknown_member' }, writes: [] }
  const record = memberRecord(request.member, item, counter.monthOf)
  return decided(counter, id, request, record, known)
}

function givenAnswer(given: ReturnType<typeof redemptionIn>, request: RedemptionRequest): Redeemed {
  if (!isSameRequest(given, isPseudonym(given.member) ? erased(request, given.member) : request))
    return { kind: 'key_reused' }
  return given.kind === 'refused'
    ? { kind: 'refused', refusal: given, again: true }
    : { kind: 'granted', redemption: given, again: true }
}

/** The request as it is kept of a member who was erased. */
const erased = ({ note: _, ...request }: RedemptionRequest, member: string): RedemptionRequest => ({
  ...request,
  member,
})

async function decided(
  { ledger, monthOf, timeZone, now }: Counter,
  id: string,
  request: RedemptionRequest,
  record: MemberRecord,
  known: Known,
): Promise<Plan> {
  const { member, perk, basket } = request
  const uses = record.uses.get(perk) ?? null
  // A clock that lags behind that of the last use must not lead back into a window that is over.
  const at = Math.max(now(), uses?.lastAt ?? 0)
  const sums = (await sumsOf(ledger, record, { now: at })) ?? NOTHING
  const order = basket?.order === undefined ? undefined : known.get(orderPk(member, perk, basket.order))?.uses
  const grounds = { program: await ledger.program(), sums, uses, usedInOrder: Number(order?.N ?? 0), at }
  const decision = decideRedemption(id, request, grounds)
  switch (decision.kind) {
    case 'unknown_perk':
      return { answer: { kind: 'unknown_perk' }, writes: [] }
    case 'refused': {
      const { refusal } = decision
      const write = { pk: redemptionPk(id), item: refusedItem(refusal) }
      return { answer: { kind: 'refused', refusal, again: false }, writes: [write] }
    }
    case 'granted': {
      const { edition, document } = decision.published
      const costMinor = unitCost(await ledger.costs(edition), perk, document.currency)
      const redemption = { ...decision.redemption, costMinor, salt: newSalt() }
      const writes = writesOf(redemption, afterUse(uses, at, timeZone), order, monthOf)
      return { answer: { kind: 'granted', redemption, again: false }, writes }
    }
    default:
      return decision satisfies never
  }
}

/** Minor units per use; 0 where the edition states no cost. */
const unitCost = (costs: ProgramCosts, perk: string, currency: string) => {
  const cost = Object.hasOwn(costs, perk) ? costs[perk] : undefined
  return cost ? parseMoney(cost.unit, currency) : 0
}

/** The entry, the member's count as it was seen and one more, the cost total, and the order's count where it matters. */
function writesOf(
  redemption: Redemption,
  usesAfter: Uses,
  order: AttributeValue | undefined,
  monthOf: (time: number) => Month,
): readonly Write[] {
  const { id, member, perk, usesBefore, usedInOrder, basket } = redemption
  const name = usesAttribute(perk)
  const writes: Write[] = [
    { pk: redemptionPk(id), item: redemptionItem(redemption, monthOf(redemption.at)) },
    {
      pk: memberPk(member),
      set: new Map([[name, usesValue(usesAfter)]]),
      add: new Map([['redemptions', 1n]]),
      asSeen: new Map([[name, usesBefore ? usesValue(usesBefore) : undefined], notErasing]),
    },
    costWrite(useEntry(redemption, monthOf)),
  ]
  if (usedInOrder !== null && basket?.order !== undefined) {
    const pk = orderPk(member, perk, basket.order)
    writes.push({ pk, set: new Map(), add: new Map([['uses', 1n]]), asSeen: new Map([['uses', order]]) })
  }
  return writes
}
