import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import type { Item } from './keys.ts'

/** Up to `limit` items of a partition from the last one backwards, those before the sort key `before` if it is given. */
export async function newestFirst(
  client: DynamoDBClient,
  table: string,
  pk: string,
  limit: number,
  before: string | null,
): Promise<Item[]> {
  const items: Item[] = []
  let start: Item | undefined
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        ScanIndexForward: false,
        Limit: limit - items.length,
        KeyConditionExpression: before === null ? 'pk = :pk' : 'pk = :pk AND sk < :before',
        ExpressionAttributeValues: { ':pk': { S: pk }, ...(before !== null && { ':before': { S: before } }) },
        ExclusiveStartKey: start,
      }),
    )
    items.push(...(answer.Items ?? []))
    start = answer.LastEvaluatedKey
  } while (start && items.length < limit)
  return items
}
