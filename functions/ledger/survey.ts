import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { entryOf } from './entry-item.ts'
import { EMAIL, ENTRY, type Item, MEMBER } from './keys.ts'
import type { Entry } from './ledger.ts'

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
}

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
      }
    }
    items += Items.length
    onProgress(items)
  }
  return { entries, claims, places, members, emails }
}
