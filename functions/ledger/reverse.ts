import { afterReversal } from '#program/perks/uses.ts'
import { compensation } from './compensation.ts'
import { reversalEntry } from './cost-entry-of.ts'
import { costWrite } from './cost-total.ts'
import { memberPk, orderPk, redemptionPk, reversalPk, trueUpPk } from './keys.ts'
import { Busy } from './ledger.ts'
import { merged } from './merged.ts'
import { assertNotErasing, notErasing } from './not-erasing.ts'
import type { Known } from './plan.ts'
import type { Counter } from './plan-redemption.ts'
import { readItems } from './read-items.ts'
import type { Redemption, Reversal, Reversed } from './redemption.ts'
import { isRedemptionId, reversalId, reversedBy } from './redemption-id.ts'
import { redemptionIn, reversalIn, reversalItem } from './redemption-item.ts'
import { newSalt } from './salt.ts'
import { settle } from './settle.ts'
import { settlementId } from './true-up-id.ts'
import { usesAttribute, usesIn, usesValue } from './use-counter.ts'
import type { Write } from './write.ts'

/** What taking back needs from outside. */
export type Taker = Omit<Counter, 'ledger'>

/** See {@link Ledger.reverse}. Whatever text `id` is, it is looked for and nothing else. */
export async function reverse(taker: Taker, id: string, sender: string): Promise<Reversed> {
  try {
    const reversed = reversedBy(id)
    if (reversed !== undefined) {
      return { kind: (await read(taker, reversalPk(reversed))) ? 'is_reversal' : 'unknown_redemption' }
    }
    const item = isRedemptionId(id) ? await read(taker, redemptionPk(id)) : null
    if (!item) return { kind: 'unknown_redemption' }
    const redemption = redemptionIn(item)
    if (redemption.kind === 'refused') return { kind: 'was_refused' }
    return await takeBack(taker, redemption, sender)
  } catch (error) {
    if (error instanceof Busy) return { kind: 'retry' }
    throw error
  }
}

async function read({ client, table, patience }: Taker, pk: string) {
  return (await readItems(client, table, new Set([pk]), patience)).get(pk)
}

async function takeBack(taker: Taker, redemption: Redemption, sender: string): Promise<Reversed> {
  const { member, perk, tier, edition, costMinor } = redemption
  const settlement = trueUpPk(settlementId(redemption.id))
  const pks = new Set([reversalPk(redemption.id), memberPk(member), settlement])
  const { isSettled, planned } = await settle(
    taker,
    () => pks,
    async (known) => {
      const given = known.get(reversalPk(redemption.id))
      if (given) return { answer: { kind: 'already_reversed' as const, reversal: reversalIn(given) }, writes: [] }
      assertStillTheirs(redemption, known)
      const reversal: Reversal = {
        ...{ kind: 'reversal', id: reversalId(redemption.id), redemption: redemption.id, salt: newSalt() },
        ...{ usedAt: redemption.at, source: redemption.sender, order: redemption.basket?.order ?? null },
        ...{ sender, member, perk, tier, edition, at: Math.max(taker.now(), redemption.at), costMinor },
      }
      return { answer: { kind: 'reversed' as const, reversal }, writes: writesOf(taker, redemption, reversal, known) }
    },
  )
  return isSettled ? planned.answer : { kind: 'retry' }
}

/** The member may have been erased since the use was read: then it is another's, and has to be read again. */
function assertStillTheirs({ member, perk }: Redemption, known: Known): void {
  const item = known.get(memberPk(member))
  assertNotErasing(item)
  if (!item) throw new Busy(`Nothing is known of who used ${perk}. Send the same request again in a moment.`)
}

/** Everything that the use had written, taken back; the entry itself stays, and its month's total too. */
function writesOf(
  { monthOf, timeZone }: Taker,
  redemption: Redemption,
  reversal: Reversal,
  known: Known,
): readonly Write[] {
  const { member, perk, at, basket, usedInOrder } = redemption
  const name = usesAttribute(perk)
  const seen = known.get(memberPk(member))?.[name]
  const writes: Write[] = [
    { pk: reversalPk(redemption.id), item: reversalItem(reversal, monthOf(reversal.at)) },
    {
      pk: memberPk(member),
      set: new Map(seen ? [[name, usesValue(afterReversal(usesIn(seen), at, timeZone))]] : []),
      add: new Map([['redemptions', 1n]]),
      asSeen: new Map([[name, seen], notErasing]),
    },
    costWrite(reversalEntry(reversal, monthOf)),
    ...compensation(redemption, known, { at: reversal.at, month: monthOf(reversal.at) }),
  ]
  if (usedInOrder !== null && basket?.order !== undefined) {
    const pk = orderPk(member, perk, basket.order)
    writes.push({ pk, set: new Map(), add: new Map([['uses', -1n]]), asSeen: new Map() })
  }
  return merged(writes)
}
