import { randomUUID } from 'node:crypto'
import { GetItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb'
import { formatMonth, parseMonth } from '#program/month.ts'
import { lastClosedIn } from './closed-months.ts'
import type { Closing } from './closing.ts'
import { allItems } from './each-item.ts'
import { CLOSINGS, type Item, keyOf, LAST_CLOSED } from './keys.ts'
import { Busy } from './ledger.ts'
import { pause } from './patience.ts'
import { readItems } from './read-items.ts'
import type { Database } from './settle.ts'
import { transact } from './transact.ts'
import { orBusy } from './transient.ts'

/** See {@link Books.closings}. */
export async function readClosings({ client, table }: Database): Promise<readonly Closing[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: CLOSINGS } },
    },
  )
  return (await allItems(pages)).map(closingIn)
}

/**
 * See {@link Books.close}. The closing and which month is the last are written together, so that of two who close at once
 * one loses; who loses to itself, because an answer was lost, has closed it. Throws {@link Busy}.
 */
export async function close(database: Database, closing: Closing): Promise<boolean> {
  const { client, table, patience } = database
  const last = (await readItems(client, table, new Set([LAST_CLOSED]), patience)).get(LAST_CLOSED)
  const lastMonth = lastClosedIn(last)
  if (lastMonth !== undefined && lastMonth !== closing.month - 1) return isClosedBy(database, closing)
  const month = { N: String(closing.month) }
  const writes = [
    { pk: CLOSINGS, item: closingItem(closing) },
    { pk: LAST_CLOSED, set: new Map([['month', month]]), add: new Map(), asSeen: new Map([['month', last?.month]]) },
  ]
  const token = randomUUID()
  for (let attempt = 1; attempt <= patience.attempts; attempt++) {
    const result = await transact(client, table, writes, token)
    if (result.kind === 'written') return true
    if (result.kind === 'lost') return isClosedBy(database, closing)
    await pause(patience, attempt)
  }
  throw new Busy('The database is too busy to close a month. Close it again in a moment.')
}

async function isClosedBy({ client, table }: Database, { month, checkpoint }: Closing): Promise<boolean> {
  const Key = { ...keyOf(CLOSINGS, formatMonth(month)) }
  const { Item } = await orBusy(client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true })))
  return Item?.checkpoint?.S === checkpoint
}

const closingItem = ({ month, closedAt, closedBy, size, checkpoint }: Closing): Item => ({
  ...keyOf(CLOSINGS, formatMonth(month)),
  ...{ closedAt: { N: String(closedAt) }, closedBy: { S: closedBy }, size: { N: String(size) } },
  checkpoint: { S: checkpoint },
})

const closingIn = ({ sk, closedAt, closedBy, size, checkpoint }: Item): Closing => ({
  ...{ month: parseMonth(sk?.S ?? ''), closedAt: Number(closedAt?.N), closedBy: closedBy?.S ?? '' },
  ...{ size: Number(size?.N), checkpoint: checkpoint?.S ?? '' },
})
