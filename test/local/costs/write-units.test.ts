import { PutItemCommand, TransactWriteItemsCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '#ledger/client.ts'
import { type Item, keyOf } from '#ledger/keys.ts'
import { createTable } from '#ledger/table.ts'
import { watched } from '#local/costs/measure/watched.ts'
import { type LocalDatabase, startDatabase } from '#local/dynoxide.ts'

const TableName = 'units'
let database: LocalDatabase
let stop: () => Promise<void>
let client: ReturnType<typeof connect>
let asked: ReturnType<typeof watched>

beforeAll(async () => {
  database = await startDatabase()
  client = connect({ endpoint: database.endpoint })
  const plain = connect({ endpoint: database.endpoint })
  await createTable(client, TableName)
  asked = watched(client, plain, TableName)
  stop = async () => {
    client.destroy()
    plain.destroy()
    await database.stop()
  }
})
afterAll(() => stop())

/** An item of about so many bytes. */
const item = (pk: string, bytes: number, rest: Item = {}): Item => ({
  ...{ ...keyOf(pk), filling: { S: 'x'.repeat(bytes) } },
  ...rest,
})
const put = (Item: Item) => ({ Put: { TableName, Item } })
const unitsOf = async (send: () => Promise<unknown>) => {
  asked()
  await send()
  return asked().writeUnits
}

describe('write units', () => {
  it('are one for each kilobyte, and in a transaction two', async () => {
    expect(await unitsOf(() => client.send(new PutItemCommand({ TableName, Item: item('a', 900) })))).toBe(1)
    expect(await unitsOf(() => client.send(new PutItemCommand({ TableName, Item: item('b', 1500) })))).toBe(2)
    const both = { TransactItems: [put(item('c', 900)), put(item('d', 1500))] }
    expect(await unitsOf(() => client.send(new TransactWriteItemsCommand(both)))).toBe(6)
  })

  it('go by the larger of the sizes before and after', async () => {
    await client.send(new PutItemCommand({ TableName, Item: item('e', 2500) }))
    expect(await unitsOf(() => client.send(new PutItemCommand({ TableName, Item: item('e', 10) })))).toBe(3)
  })

  it('are those of every index in which the item stands, besides', async () => {
    const indexed = { member: { S: 'm-1' }, time: { N: '1' }, period: { S: '2026-05.0' }, recordedAt: { N: '1' } }
    const entry = put(item('f', 500, { ...indexed, order: { S: 'o-1' } }))
    expect(await unitsOf(() => client.send(new TransactWriteItemsCommand({ TransactItems: [entry] })))).toBe(2 + 3)
  })

  it('are two in an index from one place of which an item moves to another', async () => {
    const Item = item('g', 10, { order: { S: 'o-1' } })
    await client.send(new PutItemCommand({ TableName, Item }))
    const move = new UpdateItemCommand({
      ...{ TableName, Key: { ...keyOf('g') }, UpdateExpression: 'SET #order = :next' },
      ...{ ExpressionAttributeNames: { '#order': 'order' }, ExpressionAttributeValues: { ':next': { S: 'o-2' } } },
    })
    expect(await unitsOf(() => client.send(move))).toBe(1 + 2)
  })

  it('are none in an index that keeps keys alone when something else changes', async () => {
    await client.send(new PutItemCommand({ TableName, Item: item('h', 10, { order: { S: 'o-1' } }) }))
    const again = new PutItemCommand({ TableName, Item: item('h', 20, { order: { S: 'o-1' } }) })
    expect(await unitsOf(() => client.send(again))).toBe(1)
  })
})
