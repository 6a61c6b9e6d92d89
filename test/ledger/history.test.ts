import { DeleteItemCommand } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { Busy } from '#ledger/ledger.ts'
import { purchase } from './events.ts'
import { freshLedger } from './fresh-ledger.ts'

test('a history of many pages is complete', async () => {
  const { ledger } = await freshLedger()
  const note = 'n'.repeat(3_000)
  const events = Array.from({ length: 800 }, (_, index) => purchase(`p${String(index).padStart(3, '0')}`, { note }))
  await ledger.record(events)
  expect((await ledger.history('m-1')).map(({ id }) => id)).toEqual(events.map(({ id }) => id))
})

test('while the index lacks an entry the history is not shown, because it would be wrong', async () => {
  const { ledger, client, table } = await freshLedger()
  await ledger.record([purchase('a'), purchase('b')])
  const Key = { pk: { S: 'entry:["shop-1","b"]' }, sk: { S: '.' } }
  await client.send(new DeleteItemCommand({ TableName: table, Key }))
  await expect(ledger.history('m-1')).rejects.toThrow(Busy)
})
