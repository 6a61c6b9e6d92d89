import { type AttributeValue, type DynamoDBClient, GetItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb'
import { compareEvents } from '#program/event.ts'
import { entryOf } from './entry-item.ts'
import { HISTORY, keyOf, memberPk } from './keys.ts'
import { Busy, type Entry } from './ledger.ts'
import { type Patience, pause } from './patience.ts'
import { orBusy } from './transient.ts'

/** How often an index that lags is asked again before the caller is told. */
const MOST_TRIES = 4

/**
 * Every entry of a member, oldest first, equal instants by source, then id. The index follows the table with a delay, so
 * its answer is counted against the member's own item, read afterwards: what is complete then was complete.
 */
export async function history(
  client: DynamoDBClient,
  table: string,
  member: string,
  patience: Patience,
): Promise<readonly Entry[]> {
  for (let attempt = 0; attempt < Math.min(MOST_TRIES, patience.attempts); attempt++) {
    if (attempt > 0) await pause(patience, attempt)
    const entries = await orBusy(indexed(client, table, member))
    if (entries.length >= (await orBusy(countOf(client, table, member)))) return entries.sort(compareEvents)
  }
  throw new Busy('The latest entries are still being indexed. Send the same request again in a moment.')
}

async function indexed(client: DynamoDBClient, table: string, member: string): Promise<Entry[]> {
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
  const entries: Entry[] = []
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      const entry = entryOf(item)
      if (entry) entries.push(entry)
    }
  }
  return entries
}

async function countOf(client: DynamoDBClient, table: string, member: string): Promise<number> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: { ...keyOf(memberPk(member)) }, ConsistentRead: true }),
  )
  return Number(Item?.entries?.N ?? 0)
}
