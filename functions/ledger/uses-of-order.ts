import { paginateQuery } from '@aws-sdk/client-dynamodb'
import { ORDERS, REDEMPTION } from './keys.ts'
import { Busy } from './ledger.ts'
import { pause } from './patience.ts'
import type { Database } from './settle.ts'
import { orBusy } from './transient.ts'

/**
 * The ids of redemptions that name an order, granted or refused, in no order. From an index that follows the table with a
 * delay: it says where to look, and what is found is read again. Throws {@link Busy}.
 */
export async function usesOfOrder(database: Database, order: string): Promise<readonly string[]> {
  const { patience } = database
  for (let attempt = 1; ; attempt++) {
    try {
      return await orBusy(idsIn(database, order))
    } catch (error) {
      if (!(error instanceof Busy) || attempt >= patience.attempts) throw error
    }
    await pause(patience, attempt)
  }
}

async function idsIn({ client, table }: Database, order: string): Promise<readonly string[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      IndexName: ORDERS,
      KeyConditionExpression: '#order = :order',
      ExpressionAttributeNames: { '#order': 'order' },
      ExpressionAttributeValues: { ':order': { S: order } },
    },
  )
  const ids: string[] = []
  for await (const { Items = [] } of pages) {
    for (const { pk } of Items) if (pk?.S?.startsWith(REDEMPTION)) ids.push(pk.S.slice(REDEMPTION.length))
  }
  return ids
}
