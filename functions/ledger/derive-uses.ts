import type { Month } from '#program/month.ts'
import { foldUses } from '#program/perks/fold-uses.ts'
import type { CostEntry } from './cost-entry.ts'
import { reversalEntry, useEntry } from './cost-entry-of.ts'
import { costWrite } from './cost-total.ts'
import { type Item, orderPk } from './keys.ts'
import type { Redemption } from './redemption.ts'
import { placeOf, type Survey } from './survey.ts'
import { trueUpIn } from './true-up-item.ts'
import { usesAttribute, usesValue } from './use-counter.ts'

/** What redemptions and reversals make of a table. */
export interface DerivedUses {
  /** Attributes of members' items, by member. */
  readonly members: ReadonlyMap<string, Item>
  /** Counts: cost totals and uses per order, by place. */
  readonly counts: ReadonlyMap<string, Item>
}

/**
 * Works out what stands of all uses from the entries alone. A reversal whose redemption is not there, as a torn restore may
 * leave it, gives no use back. A cost total is the sum of its entries, whatever else is there. No database is touched.
 */
export function deriveUses(survey: Survey, timeZone: string, monthOf: (time: number) => Month): DerivedUses {
  const members = new Map<string, Record<string, Item[string]>>()
  const counts = new Map<string, Item>()
  const attributesOf = (member: string) => {
    const attributes = members.get(member) ?? {}
    members.set(member, attributes)
    return attributes
  }
  const redemptions = [...survey.redemptions.values()]
  const isTakenBack = ({ id }: Redemption) => survey.reversals.has(id)
  for (const { member } of [...redemptions, ...survey.reversals.values()])
    addTo(attributesOf(member), 'redemptions', 1n)
  for (const own of Map.groupBy(redemptions, ({ member, perk }) => JSON.stringify([member, perk])).values()) {
    const uses = foldUses(
      own.map((use) => ({ at: use.at, isTakenBack: isTakenBack(use) })),
      timeZone,
    )
    const [first] = own
    if (first && uses) attributesOf(first.member)[usesAttribute(first.perk)] = usesValue(uses)
  }
  for (const redemption of redemptions) countOrder(counts, redemption, isTakenBack(redemption))
  for (const entry of costEntriesIn(survey, monthOf)) countCost(counts, entry)
  return { members, counts }
}

function* costEntriesIn(survey: Survey, monthOf: (time: number) => Month): Generator<CostEntry> {
  for (const redemption of survey.redemptions.values()) yield useEntry(redemption, monthOf)
  for (const reversal of survey.reversals.values()) yield reversalEntry(reversal, monthOf)
  for (const item of survey.trueUps) yield trueUpIn(item)
}

function countCost(counts: Map<string, Item>, entry: CostEntry): void {
  const { pk, sk, add } = costWrite(entry)
  for (const [name, amount] of add) addTo(countAt(counts, placeOf(pk, sk)), name, amount)
}

/** What is taken back leaves a zero where it was counted. */
function countOrder(counts: Map<string, Item>, redemption: Redemption, isTakenBack: boolean): void {
  const { member, perk, basket, usedInOrder } = redemption
  if (usedInOrder === null || basket?.order === undefined) return
  addTo(countAt(counts, placeOf(orderPk(member, perk, basket.order))), 'uses', isTakenBack ? 0n : 1n)
}

function countAt(counts: Map<string, Item>, place: string): Item {
  const item = counts.get(place) ?? {}
  counts.set(place, item)
  return item
}

function addTo(item: Item, name: string, amount: bigint): void {
  item[name] = { N: String(BigInt(item[name]?.N ?? 0) + amount) }
}
