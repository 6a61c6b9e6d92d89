import { randomUUID } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type Patience, pause } from './patience.ts'
import type { Known } from './plan.ts'
import { readItems } from './read-items.ts'
import { transact } from './transact.ts'
import { unlessBusy } from './transient.ts'
import type { Write } from './write.ts'

export interface Database {
  readonly client: DynamoDBClient
  readonly table: string
  readonly patience: Patience
}

/** What became of a plan: it stands, or it was given up (then the last plan made, if any was). */
export type Settled<P> =
  | { readonly isSettled: true; readonly planned: P }
  | { readonly isSettled: false; readonly planned: P | undefined }

/**
 * Reads what is needed, plans from it, and writes the plan in one transaction; plans again from what was there instead when
 * an assumption turns out wrong. Gives up after as many attempts as patience has. What was given up may have been written
 * all the same, when only the answer was lost.
 *
 * `needed` names what to read after so many lost assumptions. A plan without writes stands at once.
 */
export async function settle<P extends { readonly writes: readonly Write[] }>(
  database: Database,
  needed: (losses: number) => ReadonlySet<string>,
  plan: (known: Known) => P | Promise<P>,
): Promise<Settled<P>> {
  const { client, table, patience } = database
  let known: Known | undefined
  let planned: P | undefined
  let token = randomUUID()
  let losses = 0
  let waits = false
  for (let attempt = 0; attempt < patience.attempts; attempt++) {
    if (waits) await pause(patience, attempt)
    waits = true
    known ??= await unlessBusy(read(database, needed(losses)))
    if (!known) continue
    planned ??= await unlessBusy(plan(known))
    if (!planned) continue
    if (planned.writes.length === 0) return { isSettled: true, planned }
    const result = await transact(client, table, planned.writes, token)
    if (result.kind === 'written') return { isSettled: true, planned }
    if (result.kind === 'busy') continue
    losses++
    // The winners came with the answer, so there is no need to wait or to read, unless that was not enough before.
    waits = losses > 1
    known = losses === 1 ? new Map([...known, ...result.winners]) : undefined
    planned = undefined
    token = randomUUID()
  }
  return { isSettled: false, planned }
}

async function read({ client, table, patience }: Database, pks: ReadonlySet<string>): Promise<Known> {
  return pks.size === 0 ? new Map() : readItems(client, table, pks, patience)
}
