import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import type { CostSheet } from './books.ts'
import { COST_SHEET, keyOf } from './keys.ts'
import type { Database } from './settle.ts'

/** See {@link Books.costSheet}. */
export async function readCostSheet({ client, table }: Database): Promise<CostSheet | null> {
  const get = new GetItemCommand({ TableName: table, Key: { ...keyOf(COST_SHEET) }, ConsistentRead: true })
  const { Item } = await client.send(get)
  return Item?.sheet?.S === undefined ? null : (JSON.parse(Item.sheet.S) as CostSheet)
}

/**
 * See {@link Books.saveCostSheet}. A save whose answer was lost meets itself, and has saved. What is taken back leaves an empty
 * item, because neither finance nor the studio may delete from the table.
 */
export async function saveCostSheet(database: Database, sheet: CostSheet | null, seen: number): Promise<boolean> {
  const { client, table } = database
  const place = { TableName: table, ...asSeen(seen) }
  try {
    if (sheet === null)
      await client.send(new UpdateItemCommand({ ...place, Key: { ...keyOf(COST_SHEET) }, ...EMPTIED }))
    else await client.send(new PutItemCommand({ ...place, Item: itemOf(sheet) }))
    return true
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
    return JSON.stringify(await readCostSheet(database)) === JSON.stringify(sheet)
  }
}

const itemOf = (sheet: CostSheet) => ({
  ...keyOf(COST_SHEET),
  version: { N: String(sheet.version) },
  sheet: { S: JSON.stringify(sheet) },
})

const EMPTIED = { UpdateExpression: 'REMOVE sheet, version' }

const asSeen = (seen: number) =>
  seen === 0
    ? { ConditionExpression: 'attribute_not_exists(version)' }
    : { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': { N: String(seen) } } }
