import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { entryOf } from './entry-item.ts'
import { COST_TOTALS, EMAIL, ENTRY, type Item, MEMBER, ORDER, REDEMPTION, REVERSAL, TRUE_UP } from './keys.ts'
import type { Entry } from './ledger.ts'
import type { Redemption, Reversal } from './redemption.ts'
import { redemptionIn, reversalIn } from './redemption-item.ts'

/** All that is stored about members: the entries, and what is derived from them, apart. */
export interface Survey {
  /** Every entry, by the partition it is in. */
  readonly entries: ReadonlyMap<string, Entry>
  /** The partitions of the enrolments by which an address is recognised. */
  readonly claims: ReadonlySet<string>
  /** The items at which refunds are kept, entries or not, by partition. */
  readonly places: ReadonlyMap<string, Item>
  /** The members' items, by member. */
  readonly members: ReadonlyMap<string, Item>
  /** The member recognised by each address, by keyed hash. */
  readonly emails: ReadonlyMap<string, string>
  /** Every use of a perk, by its id. Refused attempts are not among them: nothing follows from those. */
  readonly redemptions: ReadonlyMap<string, Redemption>
  /** Every reversal, by the id of the redemption that it takes back. */
  readonly reversals: ReadonlyMap<string, Reversal>
  /** The items of true-ups. */
  readonly trueUps: readonly Item[]
  /** Items that hold nothing but counts, by place: cost totals, and uses per order. */
  readonly counts: ReadonlyMap<string, Item>
}

/** The key of an item as one string. */
export const placeOf = (pk: string, sk = '.'): string => JSON.stringify([pk, sk])

/** The key of which `placeOf` made a string. */
export const keyAt = (place: string): [pk: string, sk: string] => JSON.parse(place)

/** Reads the whole table once. `onProgress` is told how many items have been read so far. */
export async function surveyTable(
  client: DynamoDBClient,
  table: string,
  onProgress: (items: number) => void,
): Promise<Survey> {
  const entries = new Map<string, Entry>()
  const claims = new Set<string>()
  const places = new Map<string, Item>()
  const members = new Map<string, Item>()
  const emails = new Map<string, string>()
  const redemptions = new Map<string, Redemption>()
  const reversals = new Map<string, Reversal>()
  const trueUps: Item[] = []
  const counts = new Map<string, Item>()
  let items = 0
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table, ConsistentRead: true })) {
    for (const item of Items) {
      const pk = item.pk?.S ?? ''
      if (pk.startsWith(MEMBER)) members.set(pk.slice(MEMBER.length), item)
      else if (pk.startsWith(EMAIL)) emails.set(pk.slice(EMAIL.length), item.holder?.S ?? '')
      else if (pk.startsWith(ENTRY)) {
        places.set(pk, item)
        const entry = entryOf(item)
        if (entry) entries.set(pk, entry)
        if (item.claims) claims.add(pk)
      } else if (pk.startsWith(REDEMPTION)) {
        const redemption = redemptionIn(item)
        if (redemption.kind === 'redemption') redemptions.set(redemption.id, redemption)
      } else if (pk.startsWith(REVERSAL)) {
        const reversal = reversalIn(item)
        reversals.set(reversal.redemption, reversal)
      } else if (pk.startsWith(TRUE_UP)) trueUps.push(item)
      else if (pk.startsWith(ORDER) || pk.startsWith(COST_TOTALS)) counts.set(placeOf(pk, item.sk?.S), item)
    }
    items += Items.length
    onProgress(items)
  }
  return { entries, claims, places, members, emails, redemptions, reversals, trueUps, counts }
}
