import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '#ledger/client.ts'
import { Busy } from '#ledger/ledger.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { purchase } from '../ledger/events.ts'
import { NOW } from '../ledger/fresh-ledger.ts'

/** A database that takes every call and answers none. */
const silent = createServer(() => {})

beforeAll(async () => {
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
})

afterAll(() => {
  silent.closeAllConnections()
  silent.close()
})

test('a database that hangs is given up: events are to be sent again, readings say that it is busy', async () => {
  const { port } = silent.address() as AddressInfo
  const client = connect({ endpoint: `http://127.0.0.1:${port}`, maxAttempts: 1, requestTimeoutMs: 20 })
  const patience = { attempts: 2, sleep: () => Promise.resolve() }
  const ledger = openLedger({ client, table: 'ledger', now: () => NOW, timeZone: 'Europe/London', patience })
  expect(await ledger.record([purchase('a')])).toEqual(['retry'])
  await expect(ledger.member('m-1')).rejects.toThrow(Busy)
  client.destroy()
})
