import { randomUUID } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { inject } from 'vitest'
import { connect } from '#ledger/client.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { type LedgerOptions, openLedger } from '#ledger/open-ledger.ts'
import { createTable } from '#ledger/table.ts'

/** The instant at which these ledgers stand, unless told otherwise: 2026-06-15T12:00:00Z. */
export const NOW = Date.UTC(2026, 5, 15, 12)

export interface FreshLedger {
  readonly ledger: Ledger
  readonly client: DynamoDBClient
  readonly table: string
}

/** A ledger in a new, empty table; months are counted in London, and nobody waits between attempts. */
export async function freshLedger(options: Partial<LedgerOptions> = {}): Promise<FreshLedger> {
  const client = options.client ?? connect({ endpoint: inject('databaseEndpoint') })
  const table = `test-${randomUUID()}`
  await createTable(client, table)
  const patience = { sleep: () => Promise.resolve(), ...options.patience }
  const ledger = openLedger({ table, now: () => NOW, timeZone: 'Europe/London', ...options, client, patience })
  return { ledger, client, table }
}
