import { type AttributeValue, BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type Item, type Key, keyOf } from './keys.ts'
import { Busy } from './ledger.ts'
import { type Patience, pause } from './patience.ts'
import { orBusy } from './transient.ts'

const MOST_KEYS = 100

/** Reads items as they are now, by partition; null: nothing is there. Throws {@link Busy} when some stay unread. */
export async function readItems(
  client: DynamoDBClient,
  table: string,
  pks: ReadonlySet<string>,
  patience: Patience,
): Promise<Map<string, Item | null>> {
  const items = new Map<string, Item | null>([...pks].map((pk) => [pk, null]))
  const all = [...pks].map((pk): Record<string, AttributeValue> => ({ ...(keyOf(pk) satisfies Key) }))
  for (let from = 0; from < all.length; from += MOST_KEYS) {
    let keys = all.slice(from, from + MOST_KEYS)
    for (let attempt = 0; keys.length > 0; attempt++) {
      if (attempt === patience.attempts) throw new Busy('The database left items unread. Send the same request again.')
      if (attempt > 0) await pause(patience, attempt)
      const request = { [table]: { Keys: keys, ConsistentRead: true } }
      const answer = await orBusy(client.send(new BatchGetItemCommand({ RequestItems: request })))
      for (const item of answer.Responses?.[table] ?? []) items.set(item.pk?.S ?? '', item)
      keys = answer.UnprocessedKeys?.[table]?.Keys ?? []
    }
  }
  return items
}
