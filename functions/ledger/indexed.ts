import { type AttributeValue, type DynamoDBClient, GetItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb'
import { HISTORY, type Item, keyOf, memberPk } from './keys.ts'
import { Busy } from './ledger.ts'
import { pause } from './patience.ts'
import type { Database } from './settle.ts'
import { orBusy } from './transient.ts'

/** How often an index that lags is asked again before the caller is told. */
const MOST_TRIES = 4

/**
 * Entries of a member, as `read` makes them from items (undefined: not one of those asked for), in no order. The index
 * follows the table with a delay, so its answer is counted against the member's own item (the attribute `count`), read
 * afterwards: what is complete then was complete. Throws {@link Busy} while it is not.
 */
export async function indexed<T>(
  { client, table, patience }: Database,
  member: string,
  count: string,
  read: (item: Item) => T | undefined,
): Promise<T[]> {
  for (let attempt = 0; attempt < Math.min(MOST_TRIES, patience.attempts); attempt++) {
    if (attempt > 0) await pause(patience, attempt)
    const entries = await orBusy(entriesIn(client, table, member, read))
    if (entries.length >= (await orBusy(countOf(client, table, member, count)))) return entries
  }
  throw new Busy('The latest entries are still being indexed. Send the same request again in a moment.')
}

async function entriesIn<T>(
  client: DynamoDBClient,
  table: string,
  member: string,
  read: (item: Item) => T | undefined,
): Promise<T[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      IndexName: HISTORY,
      KeyConditionExpression: '#member = :member',
      ExpressionAttributeNames: { '#member': 'member' },
      ExpressionAttributeValues: { ':member': { S: member } satisfies AttributeValue },
    },
  )
  const entries: T[] = []
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      const entry = read(item)
      if (entry) entries.push(entry)
    }
  }
  return entries
}

async function countOf(client: DynamoDBClient, table: string, member: string, count: string): Promise<number> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: { ...keyOf(memberPk(member)) }, ConsistentRead: true }),
  )
  return Number(Item?.[count]?.N ?? 0)
}
