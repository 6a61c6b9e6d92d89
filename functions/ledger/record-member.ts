import { randomUUID } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Month } from '#program/month.ts'
import { entryPk, memberPk } from './keys.ts'
import { Busy, type Entry, type Outcome } from './ledger.ts'
import { type Patience, pause } from './patience.ts'
import { type Known, needed, type Plan, plan } from './plan.ts'
import { readItems } from './read-items.ts'
import { transact } from './transact.ts'

/** What recording needs from outside. */
export interface Recorder {
  readonly client: DynamoDBClient
  readonly table: string
  readonly monthOf: (time: number) => Month
  readonly patience: Patience
}

/**
 * Records entries of one member in one transaction: plans from what is known, writes, and plans again from what was there
 * instead when an assumption turns out wrong. Gives up after as many attempts as patience has; what was not settled by
 * then is to be sent again, which is safe even where a write had succeeded after all.
 */
export async function recordMember(recorder: Recorder, entries: readonly Entry[]): Promise<readonly Outcome[]> {
  const { patience, monthOf } = recorder
  let known: Known | undefined
  let planned: Plan | undefined
  let token = randomUUID()
  let losses = 0
  let waits = false
  for (let attempt = 0; attempt < patience.attempts; attempt++) {
    if (waits) await pause(patience, attempt)
    waits = true
    known ??= await read(recorder, losses > 1 ? everything(entries) : needed(entries))
    if (!known) continue
    planned ??= plan(known, entries, monthOf)
    if (planned.writes.length === 0) return planned.outcomes
    const result = await transact(recorder.client, recorder.table, planned.writes, token)
    if (result.kind === 'written') return planned.outcomes
    if (result.kind === 'busy') continue
    losses++
    // The winners came with the answer, so there is no need to wait or to read, unless that was not enough before.
    waits = losses > 1
    known = losses === 1 ? new Map([...known, ...result.winners]) : undefined
    planned = undefined
    token = randomUUID()
  }
  return (planned?.outcomes ?? entries.map(() => 'recorded')).map((was) => (was === 'recorded' ? 'retry' : was))
}

/** Undefined when the database is too busy to read from. */
async function read(recorder: Recorder, pks: ReadonlySet<string>): Promise<Known | undefined> {
  if (pks.size === 0) return new Map()
  try {
    return await readItems(recorder.client, recorder.table, pks, recorder.patience)
  } catch (error) {
    if (error instanceof Busy) return undefined
    throw error
  }
}

function everything(entries: readonly Entry[]): Set<string> {
  const own = entries.flatMap((entry) => [entryPk(entry), memberPk(entry.subject)])
  return new Set([...own, ...needed(entries)])
}
