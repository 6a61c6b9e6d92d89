import { DeleteItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb'
import { eachItem } from './each-item.ts'
import { type Item, keyOf, REFUSAL_MONTHS, refusalsPk } from './keys.ts'
import { patiently } from './patiently.ts'
import type { Database } from './settle.ts'

/**
 * Takes away what is kept of events that were not stored and name a member: their evidence has to go with the person. It
 * reads through all refusals, of which there are few.
 */
export async function eraseRefusals(database: Database, member: string): Promise<void> {
  const { client, table, patience } = database
  const named = JSON.stringify(member)
  for await (const month of partition(database, REFUSAL_MONTHS)) {
    for await (const { pk, sk, event } of partition(database, refusalsPk(month.sk?.S ?? ''))) {
      if (!event?.S?.includes(named)) continue
      const remove = new DeleteItemCommand({ TableName: table, Key: { ...keyOf(pk?.S ?? '', sk?.S) } })
      await patiently(patience, () => client.send(remove))
    }
  }
}

function partition({ client, table }: Database, pk: string): AsyncGenerator<Item> {
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
    },
  )
  return eachItem(pages)
}
